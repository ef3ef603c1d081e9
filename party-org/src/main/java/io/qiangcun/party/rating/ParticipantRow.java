package io.qiangcun.party.rating;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member in a round.
 *
 * @param score the mean of all sheets; null while not both kinds of sheets are there
 * @param stars what the committee proposes: by the score, or otherwise with a reason; null while there is no score
 */
public record ParticipantRow(
        UUID memberId,
        String name,
        int selfSheets,
        int reviewSheets,
        @Nullable BigDecimal score,
        @Nullable Integer stars,
        @Nullable String starsReason,
        @Nullable String failedCondition,
        @Nullable String failedReason,
        boolean model) {

    /** No star where a condition is not fulfilled. */
    public boolean isOut() {
        return failedCondition != null;
    }
}
