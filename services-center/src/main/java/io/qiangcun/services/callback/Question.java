package io.qiangcun.services.callback;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What whoever asked is asked; a row, which a county words.
 *
 * @param foundIf the answer that somebody has to look into
 * @param foundOnly only if the record says so itself; null for any
 * @param foundBy whether the desk that called looks into it or the county
 */
public record Question(
        String code,
        Kind kind,
        String words,
        @Nullable String foundIf,
        @Nullable String foundOnly,
        @Nullable String foundBy) {

    private static final int BEST = 5;
    private static final int LONGEST = 500;

    /** How it is answered. */
    public enum Kind {
        YES_NO,
        SCALE,
        WORDS
    }

    /** What may be chosen; nothing where he speaks in his own words. */
    public List<String> choices() {
        return switch (kind) {
            case YES_NO -> List.of("YES", "NO");
            case SCALE ->
                IntStream.rangeClosed(1, BEST).mapToObj(Integer::toString).toList();
            case WORDS -> List.of();
        };
    }

    /** Whether this can be written down as his answer. */
    boolean takes(String answer) {
        return kind == Kind.WORDS ? answer.length() <= LONGEST : choices().contains(answer);
    }

    /** Whether somebody has to look into this answer. */
    boolean finds(String answer, @Nullable String outcome) {
        return answer.equals(foundIf) && (foundOnly == null || foundOnly.equals(outcome));
    }

    boolean isForCounty() {
        return "COUNTY".equals(foundBy);
    }
}
