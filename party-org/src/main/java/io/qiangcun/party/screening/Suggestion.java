package io.qiangcun.party.screening;

import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.party.organisation.PartyRules.PartyRule;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A situation that the records of a place point to.
 *
 * @param code the situation in the list of the screening
 * @param since since when, where it is about time
 * @param many how often, or how much, where it is about number
 * @param caseId the case that has the facts, where there is one
 * @param basis the text that makes it worth looking at
 */
public record Suggestion(
        String placeCode,
        String placeName,
        @Nullable String townshipName,
        String code,
        @Nullable LocalDate since,
        @Nullable Integer many,
        @Nullable UUID caseId,
        @Nullable String basis) {

    Suggestion with(@Nullable PartyRule rule) {
        return rule == null
                ? this
                : new Suggestion(
                        placeCode,
                        placeName,
                        townshipName,
                        code,
                        since,
                        many,
                        caseId,
                        rule.basisSource() + rule.basisArticle() + " " + rule.basisText());
    }

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

    /** The number, where there is one beside the day. */
    public String number() {
        return many == null ? "" : Integer.toString(many);
    }

    /** The page that has the facts. */
    public String href() {
        if (caseId != null) {
            return new CaseId(caseId).href();
        }
        return switch (code) {
            case "W01" -> "/party/structure/" + placeCode;
            case "W04" -> "/core/warnings?place=" + placeCode;
            case "W05" -> "/party/recruiting";
            default -> "/core/cases?template=party.village-decision&overdue=true&place=" + placeCode;
        };
    }
}
