package io.qiangcun.party.member;

import io.qiangcun.core.error.NotFound;

/** There is no such member, or not here. */
public class MemberNotFound extends NotFound {

    public MemberNotFound(MemberId id) {
        super("party.member", id);
    }
}
