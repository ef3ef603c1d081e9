package io.qiangcun.core.slip;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A slip as those see it who hand it out. */
public record SlipRow(
        UUID slipId,
        Instant issuedAt,
        String issuedBy,
        LocalDate lastDay,
        @Nullable Instant revokedAt,
        int openings,
        @Nullable Instant openedAt) {

    public boolean isOpen(LocalDate today) {
        return revokedAt == null && !lastDay.isBefore(today);
    }
}
