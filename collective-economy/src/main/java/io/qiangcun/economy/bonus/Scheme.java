package io.qiangcun.economy.bonus;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A county's scheme for a year.
 *
 * @param paid what was decided for the villages that may be seen, in yuan; null before
 * @param villages how many of them get something
 */
public record Scheme(
        UUID schemeId,
        int year,
        String name,
        String source,
        BonusTerms terms,
        State state,
        Instant recordedAt,
        String recordedBy,
        String recordedByPerson,
        @Nullable LocalDate decidedOn,
        @Nullable String decision,
        @Nullable String decidedByPerson,
        @Nullable String droppedReason,
        @Nullable BigDecimal paid,
        int villages) {

    /** How far it is. */
    public enum State {
        DRAFT,
        DECIDED,
        DROPPED
    }

    public SchemeId id() {
        return new SchemeId(schemeId);
    }

    public boolean isDraft() {
        return state == State.DRAFT;
    }
}
