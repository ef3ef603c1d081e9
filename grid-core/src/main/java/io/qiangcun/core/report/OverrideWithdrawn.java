package io.qiangcun.core.report;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.YearMonth;

/** A figure replaced by hand is the records' again. */
public record OverrideWithdrawn(ReportId report, PlaceCode placeCode, YearMonth month, String metric)
        implements DomainEvent, PlaceBound {}
