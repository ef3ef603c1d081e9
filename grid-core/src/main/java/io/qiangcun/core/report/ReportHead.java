package io.qiangcun.core.report;

import java.time.YearMonth;

/** How the report of one place and month stands. */
public record ReportHead(ReportId id, YearMonth month, ReportState state) {}
