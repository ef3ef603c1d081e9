package io.qiangcun.party.activity;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new record most likely says, from the last ones of its organisation.
 *
 * @param topics of earlier records of the kind, newest first, as suggestions
 */
public record Prefill(
        @Nullable LocalTime startsAt,
        String venue,
        String host,
        String recorder,
        @Nullable Integer expectedCount,
        List<String> topics) {

    public Prefill {
        topics = List.copyOf(topics);
    }
}
