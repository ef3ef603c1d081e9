package io.qiangcun.party.post;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** A structure rule that cannot be. */
public class StructureRuleRefused extends RuleViolated {

    StructureRuleRefused(@Nullable String field, String what) {
        super(field, "party.structure-rule.refused." + what);
    }
}
