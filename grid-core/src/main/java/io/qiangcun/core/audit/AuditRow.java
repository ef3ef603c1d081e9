package io.qiangcun.core.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as the trail has it.
 *
 * @param type also the message key it is shown under
 * @param payload the event as JSON
 */
public record AuditRow(
        long id,
        Instant at,
        String login,
        String post,
        String holder,
        String placeName,
        String type,
        String subject,
        String payload,
        @Nullable String request) {}
