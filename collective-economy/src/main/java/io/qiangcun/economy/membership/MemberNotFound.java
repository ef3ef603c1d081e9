package io.qiangcun.economy.membership;

import io.qiangcun.core.error.NotFound;

/** There is no such member, or nothing traded so, in the jurisdiction. */
public class MemberNotFound extends NotFound {

    public MemberNotFound(Object id) {
        super("membership", id);
    }
}
