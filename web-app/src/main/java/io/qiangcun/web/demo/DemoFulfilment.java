package io.qiangcun.web.demo;

import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that counts for what its subject owed.
 *
 * @param makesUpFor the duty that it makes up for after its period
 */
record DemoFulfilment(
        PlaceCode place,
        UUID record,
        String kind,
        String href,
        UUID subject,
        LocalDate doneOn,
        LocalDate countsFor,
        @Nullable UUID makesUpFor,
        Instant recordedAt) {}
