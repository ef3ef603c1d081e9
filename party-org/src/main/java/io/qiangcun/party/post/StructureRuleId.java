package io.qiangcun.party.post;

import java.util.UUID;

/** Names a rule that a county added; it becomes the code of the rule. */
public record StructureRuleId(UUID value) {

    public static StructureRuleId next() {
        return new StructureRuleId(UUID.randomUUID());
    }

    public static StructureRuleId valueOf(String text) {
        return new StructureRuleId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
