package io.qiangcun.grid.gridevent;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grid event with everything about it, for one who looks at it.
 *
 * @param acts what the one who looks may do, the obvious first
 * @param merged other reports of the same matter
 * @param slipable whether the one who looks may hand out a slip
 */
public record GridEventView(
        GridEventId id,
        long version,
        PlaceCode place,
        PlaceCode whole,
        String placeName,
        EventRow row,
        String affected,
        @Nullable Point point,
        String reportedPost,
        @Nullable Instant deviceAt,
        @Nullable EventLimit limit,
        int extendedBy,
        @Nullable Instant escalatesAt,
        boolean onSpot,
        @Nullable Signed handled,
        @Nullable String result,
        @Nullable Signed verified,
        @Nullable ExclusiveChannel exclusiveChannel,
        @Nullable EventRow mergedInto,
        List<EventRow> merged,
        List<Line> lines,
        Map<String, Duration> timeByHolder,
        List<AnswerRow> answers,
        List<CallRow> calls,
        List<MessageRow> messages,
        Set<Act> acts,
        boolean slipable) {

    public GridEventView {
        merged = List.copyOf(merged);
        lines = List.copyOf(lines);
        answers = List.copyOf(answers);
        calls = List.copyOf(calls);
        messages = List.copyOf(messages);
    }

    /** The one obvious thing to do, if there is any. */
    public @Nullable Act next() {
        return acts.stream().filter(Act::isOnItsWay).findFirst().orElse(null);
    }

    public List<Act> others() {
        return acts.stream().filter(act -> act != next()).toList();
    }

    /** Who did something, and when. */
    public record Signed(Instant at, String post, String person) {}

    /**
     * One move.
     *
     * @param holder by name
     * @param byClock nobody did it, time did
     */
    public record Line(
            Move move, @Nullable String holder, @Nullable String actingPlace, boolean byClock) {}

    /** What whom it concerns said after a closing. */
    public record AnswerRow(
            int round,
            Instant answeredAt,
            String via,
            String person,
            boolean solved,
            @Nullable Integer stars,
            String words) {}

    /** Something said about the event. */
    public record MessageRow(UUID messageId, Instant at, String postName, String person, String words) {}
}
