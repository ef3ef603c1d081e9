package io.qiangcun.party.organisation;

import io.qiangcun.core.error.RuleViolated;

/** What cannot be recorded of a term, and at which field to say so. */
public class TermRefused extends RuleViolated {

    TermRefused(String field, String what, Object... arguments) {
        super(field, "party.term.refused." + what, arguments);
    }
}
