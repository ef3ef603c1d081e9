package io.qiangcun.core.warning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The record that took away the cause of a warning. */
public record ClearingRecord(
        String kind, @Nullable UUID id, @Nullable String href) {}
