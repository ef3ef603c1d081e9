package io.qiangcun.core.procedure;

import java.util.Set;

/**
 * The text that a step, a time or a vote rests on.
 *
 * @param kind LAW, PARTY_REG, POLICY, LOCAL or DESIGN
 */
public record Basis(String kind, String source, String article, String text) {

    private static final Set<String> KINDS = Set.of("LAW", "PARTY_REG", "POLICY", "LOCAL", "DESIGN");

    public Basis {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("No such kind of basis: " + kind);
        }
        article = article == null ? "" : article;
        text = text == null ? "" : text;
    }

    /** Whether law or Party regulation demands it: then it may be made stricter, never looser. */
    public boolean isBinding() {
        return kind.equals("LAW") || kind.equals("PARTY_REG");
    }
}
