package io.qiangcun.party.organisation;

import io.qiangcun.party.organisation.PartyRules.PartyRule;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation is elected for.
 *
 * @param extendedTo later than the regular end, with the approval of the level above
 * @param temporary whether the organisation itself ends with it
 */
public record Term(
        UUID termId,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable LocalDate extendedTo,
        @Nullable String approval,
        boolean temporary) {

    public LocalDate lastDay() {
        return extendedTo == null ? endsOn : extendedTo;
    }

    /** The term that an election on the day begins. */
    static Term electedOn(LocalDate day, PartyRule years) {
        return new Term(UUID.randomUUID(), day, day.plusYears(years.wholeNumber()), null, null, false);
    }

    static Term temporary(LocalDate from, LocalDate until) {
        if (!until.isAfter(from)) {
            throw new TermRefused("until", "ends-before-it-starts");
        }
        return new Term(UUID.randomUUID(), from, until, null, null, true);
    }

    /** Once or further, never beyond what the rule allows. */
    Term extended(LocalDate to, String newApproval, PartyRule mostYears) {
        if (temporary) {
            throw new TermRefused("until", "temporary");
        }
        if (!to.isAfter(endsOn)) {
            throw new TermRefused("until", "not-later", endsOn);
        }
        if (to.isAfter(endsOn.plusYears(mostYears.wholeNumber()))) {
            throw new TermRefused(
                    "until", "too-long", mostYears.wholeNumber(), mostYears.basisSource() + mostYears.basisArticle());
        }
        return new Term(termId, startsOn, endsOn, to, newApproval, false);
    }
}
