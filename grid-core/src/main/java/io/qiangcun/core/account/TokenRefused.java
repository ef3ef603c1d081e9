package io.qiangcun.core.account;

import io.qiangcun.core.error.RuleViolated;

/** No such token can be issued. */
public class TokenRefused extends RuleViolated {

    TokenRefused(String field, String reason, Object... arguments) {
        super(field, "core.account.token." + reason, arguments);
    }
}
