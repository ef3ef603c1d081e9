package io.qiangcun.core.report;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.YearMonth;

/** The township passed a report. */
public record ReportPassed(ReportId report, PlaceCode placeCode, YearMonth month) implements DomainEvent, PlaceBound {}
