package io.qiangcun.economy.membership;

import io.qiangcun.core.error.Conflicting;

/** The member has left since the page was rendered, or what was traded was withdrawn. */
public class MemberGone extends Conflicting {

    MemberGone(String name) {
        super("economy.membership.gone", name);
    }
}
