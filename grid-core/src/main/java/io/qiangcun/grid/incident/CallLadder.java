package io.qiangcun.grid.incident;

import io.qiangcun.core.place.PlaceCode;
import java.time.Duration;
import java.time.Instant;

/**
 * Who has to move while a call is not answered: the post itself until its limit, then level by level those above, up to
 * the place that called. Nothing is stored that the clock does not say.
 *
 * @param place where the post is that is called
 * @param head the place that called
 * @param dueAt until when the post itself has time
 * @param climb how long each level above has
 */
public record CallLadder(PlaceCode place, PlaceCode head, Instant dueAt, Duration climb) {

    /** Digits by which a code is longer than the one above it, from the county down. */
    static final int LEVEL = 3;

    /** The same as {@link #rungAt}, in SQL about a row of {@code grid_call} named c; binds {@code :now}. */
    static final String RUNG = """
            (case when c.due_at > :now then 0
              else least((length(c.place_code) - length(c.head_place)) / 3,
                1 + floor(extract(epoch from (:now - c.due_at)) / (60 * c.climb_minutes))::int) end)
            """;

    /** The same as {@link #holderAt}, in SQL. */
    static final String HOLDER = "left(c.place_code, length(c.place_code) - 3 * " + RUNG + ")";

    public CallLadder {
        if (!head.contains(place)) {
            throw new IllegalArgumentException(place + " does not lie in " + head);
        }
    }

    /** Whether the post has used up its time. */
    public boolean silentAt(Instant now) {
        return !now.isBefore(dueAt);
    }

    /** How many levels it has climbed: none while the post itself has time. */
    public int rungAt(Instant now) {
        if (!silentAt(now)) {
            return 0;
        }
        var passed = Duration.between(dueAt, now).dividedBy(climb);
        return (int) Math.min(levels(), 1 + passed);
    }

    /** The place that has to move. */
    public PlaceCode holderAt(Instant now) {
        var code = place.value();
        return new PlaceCode(code.substring(0, code.length() - LEVEL * rungAt(now)));
    }

    private int levels() {
        return (place.value().length() - head.value().length()) / LEVEL;
    }
}
