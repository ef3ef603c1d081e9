package io.qiangcun.party.member;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed the member since the form was opened. */
public class MemberStale extends Conflicting {

    MemberStale() {
        super("party.member.stale");
    }
}
