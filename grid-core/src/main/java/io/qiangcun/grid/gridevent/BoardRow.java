package io.qiangcun.grid.gridevent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is with a place now.
 *
 * @param people who holds its posts; null where nobody does, or where the reader may not know
 * @param firstDue the nearest deadline, if any runs
 * @param since since when the one that it has had longest is there
 */
public record BoardRow(
        String holderPlace,
        String holderName,
        @Nullable String people,
        long open,
        long late,
        long urgent,
        @Nullable Instant firstDue,
        Instant since) {}
