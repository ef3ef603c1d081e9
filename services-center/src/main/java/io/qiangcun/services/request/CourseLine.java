package io.qiangcun.services.request;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of the one story of a request and its grid events.
 *
 * @param whatKey what was done
 * @param receipt of the event to which the line belongs; null for the request itself
 */
public record CourseLine(
        OffsetDateTime at,
        String whatKey,
        boolean byCitizen,
        String person,
        @Nullable String holderName,
        String note,
        @Nullable String receipt) {}
