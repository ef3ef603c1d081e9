package io.qiangcun.core.account;

import io.qiangcun.core.error.RuleViolated;

/** The role belongs to another level of places. */
public class RoleNotAtPlace extends RuleViolated {

    RoleNotAtPlace() {
        super("role", "core.account.role-not-at-place");
    }
}
