package io.qiangcun.party.points;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry in a published list.
 *
 * @param correction whether it reverses another
 */
public record PublishedEntry(
        UUID entryId,
        @Nullable String memberName,
        String ruleName,
        BigDecimal amount,
        LocalDate factOn,
        String fact,
        boolean correction) {}
