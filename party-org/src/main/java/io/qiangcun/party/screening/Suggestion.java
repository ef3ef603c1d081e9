package io.qiangcun.party.screening;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A situation that the records of a place point to.
 *
 * @param code the situation in the list of the screening
 * @param since since when, where it is about time
 * @param many how often, where it is about number
 */
public record Suggestion(
        String placeCode,
        String placeName,
        @Nullable String townshipName,
        String code,
        @Nullable LocalDate since,
        @Nullable Integer many) {

    public String codeKey() {
        return "party.screening.code." + code;
    }

    public String factKey() {
        return "party.screening.fact." + code;
    }

    /** What the sentence is about: the day, or the number. */
    public String fact() {
        return String.valueOf(since == null ? many : since);
    }

    /** The page that has the facts. */
    public String href() {
        return switch (code) {
            case "W01" -> "/party/structure/" + placeCode;
            case "W04" -> "/core/warnings?place=" + placeCode;
            case "W05" -> "/party/recruiting";
            default -> "/core/cases?template=party.village-decision&overdue=true&place=" + placeCode;
        };
    }
}
