package io.qiangcun.services.request;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.services.request.RequestRatings.Rating;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request of the past, with what happened to it in its order.
 *
 * @param rating what whoever asked said of it, with {@code ratedAt}
 */
public record PastRequest(
        OpenRequest asked,
        Instant at,
        List<Step> steps,
        @Nullable Rating rating,
        @Nullable Instant ratedAt) {

    public PastRequest {
        steps = List.copyOf(steps);
        if ((rating == null) != (ratedAt == null)) {
            throw new IllegalArgumentException("A rating is given at some time");
        }
    }

    /**
     * One act.
     *
     * @param by who did it at {@code place}; null for whoever asked
     * @param to to whom it was handed over, where the grid saw to it, or whom it complains of
     * @param event that it became, if it was handed to the grid
     */
    public record Step(
            RequestAct act,
            Instant at,
            @Nullable PlaceCode place,
            @Nullable Actor by,
            String note,
            @Nullable PlaceCode to,
            @Nullable Outcome outcome,
            @Nullable UUID event) {

        public Step(
                RequestAct act,
                Instant at,
                @Nullable PlaceCode place,
                @Nullable Actor by,
                String note,
                @Nullable PlaceCode to,
                @Nullable Outcome outcome) {
            this(act, at, place, by, note, to, outcome, null);
        }
    }
}
