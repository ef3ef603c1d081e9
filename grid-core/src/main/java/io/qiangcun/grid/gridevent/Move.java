package io.qiangcun.grid.gridevent;

import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log of a grid event.
 *
 * @param from null before the first
 * @param holder who has it from now on; null when it is over
 * @param post the login name of the post
 */
public record Move(
        GridEventId event,
        PlaceCode place,
        int number,
        Instant at,
        MoveKind kind,
        @Nullable EventState from,
        EventState to,
        @Nullable PlaceCode holder,
        @Nullable UUID account,
        String post,
        String person,
        @Nullable PlaceCode actingPlace,
        String note) {}
