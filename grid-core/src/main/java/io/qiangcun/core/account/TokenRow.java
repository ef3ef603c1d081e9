package io.qiangcun.core.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token as its account sees it. */
public record TokenRow(
        UUID tokenId,
        String name,
        Instant issuedAt,
        LocalDate lastDay,
        @Nullable Instant revokedAt) {

    public boolean isOpen(LocalDate today) {
        return revokedAt == null && !lastDay.isBefore(today);
    }
}
