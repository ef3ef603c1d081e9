package io.qiangcun.core.report;

import io.qiangcun.core.place.PlaceCode;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Which reports to list; a null or blank part does not filter. */
public record ReportFilter(
        YearMonth month,
        @Nullable ReportState state,
        @Nullable PlaceCode place,
        @Nullable String text) {}
