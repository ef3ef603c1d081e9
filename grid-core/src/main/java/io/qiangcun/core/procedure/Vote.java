package io.qiangcun.core.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By which rules the step's vote is counted; all of several must be met, so that the stricter one decides.
 *
 * @param rules the codes of vote rules that always hold
 * @param byField the choice that names the deciding body, or null
 * @param byChoice the rules for each answer in it
 */
public record Vote(List<String> rules, @Nullable String byField, Map<String, List<String>> byChoice) {

    public Vote {
        rules = rules == null ? List.of() : List.copyOf(rules);
        var copy = new LinkedHashMap<String, List<String>>();
        if (byChoice != null) {
            byChoice.forEach((choice, codes) -> copy.put(choice, List.copyOf(codes)));
        }
        byChoice = copy;
        if ((byField == null) != byChoice.isEmpty()) {
            throw new IllegalArgumentException("Rules by choice need the field of the choice");
        }
        if (rules.isEmpty() && byChoice.isEmpty()) {
            throw new IllegalArgumentException("A vote is counted by a rule");
        }
    }

    /** The rules for what was entered. */
    public List<String> rulesFor(Map<String, String> evidence) {
        var all = new java.util.LinkedHashSet<>(rules);
        if (byField != null) {
            all.addAll(byChoice.getOrDefault(evidence.getOrDefault(byField, ""), List.of()));
        }
        return List.copyOf(all);
    }

    /** Every rule it may be counted by. */
    public List<String> allRules() {
        var all = new java.util.LinkedHashSet<>(rules);
        byChoice.values().forEach(all::addAll);
        return List.copyOf(all);
    }
}
