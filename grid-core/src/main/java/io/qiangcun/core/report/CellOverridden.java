package io.qiangcun.core.report;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.math.BigDecimal;
import java.time.YearMonth;

/** A figure was replaced by hand, for a reason. */
public record CellOverridden(
        ReportId report, PlaceCode placeCode, YearMonth month, String metric, BigDecimal value, String reason)
        implements DomainEvent, PlaceBound {}
