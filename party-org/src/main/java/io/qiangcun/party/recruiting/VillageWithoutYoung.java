package io.qiangcun.party.recruiting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A village that has admitted no young member for long; since when, where it ever did. */
public record VillageWithoutYoung(
        String placeCode,
        String placeName,
        @Nullable String townshipName,
        @Nullable LocalDate lastOn,
        LocalDate dueOn) {}
