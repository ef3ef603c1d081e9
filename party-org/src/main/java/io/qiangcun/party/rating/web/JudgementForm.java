package io.qiangcun.party.rating.web;

import io.qiangcun.party.rating.ParticipantRow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the committee says beyond the score. */
record JudgementForm(
        String failedCondition,
        String stars,
        String reason,
        @Nullable Boolean model) {

    JudgementForm {
        failedCondition = given(failedCondition);
        stars = given(stars);
        reason = given(reason);
        model = Boolean.TRUE.equals(model);
    }

    static JudgementForm of(ParticipantRow known) {
        var reason = known.failedReason() == null ? known.starsReason() : known.failedReason();
        return new JudgementForm(
                given(known.failedCondition()),
                known.starsReason() == null ? "" : String.valueOf(known.stars()),
                given(reason),
                known.model());
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
