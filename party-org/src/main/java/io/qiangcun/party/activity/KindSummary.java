package io.qiangcun.party.activity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How often something of the kind was held this year, and when last. */
public record KindSummary(
        ActivityKind kind, int thisYear, @Nullable LocalDate last) {}
