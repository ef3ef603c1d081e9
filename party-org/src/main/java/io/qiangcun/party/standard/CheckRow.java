package io.qiangcun.party.standard;

import io.qiangcun.party.organisation.OrganisationId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A check with what counts of its answers. */
public record CheckRow(
        UUID checkId,
        long version,
        String placeCode,
        String placeName,
        UUID organisationId,
        String organisationName,
        String standard,
        String title,
        int passPercent,
        LocalDate periodFrom,
        LocalDate periodTo,
        LocalDate checkedOn,
        CheckStatus status,
        int asked,
        int met,
        int unfixed,
        Instant recordedAt,
        String recordedByPerson,
        @Nullable String reviewedByPerson,
        @Nullable String confirmedByPerson,
        @Nullable LocalDate confirmedOn,
        @Nullable String returnReason) {

    private static final int PERCENT = 100;

    public Period period() {
        return new Period(periodFrom, periodTo);
    }

    public OrganisationId organisation() {
        return new OrganisationId(organisationId);
    }

    /** The share of items met, in per cent; null where none applies. */
    public @Nullable BigDecimal rate() {
        return asked == 0
                ? null
                : BigDecimal.valueOf((long) met * PERCENT).divide(BigDecimal.valueOf(asked), 1, RoundingMode.HALF_UP);
    }

    public boolean passed() {
        return asked > 0 && met * PERCENT >= passPercent * asked;
    }
}
