package io.qiangcun.party.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A secretary with this year's grade, if he has one. */
public record SecretaryRow(
        String placeCode,
        String placeName,
        @Nullable String townshipName,
        UUID personId,
        @Nullable String name,
        LocalDate since,
        @Nullable BigDecimal score,
        @Nullable Integer stars,
        @Nullable String payNote,
        @Nullable LocalDate gradedOn) {}
