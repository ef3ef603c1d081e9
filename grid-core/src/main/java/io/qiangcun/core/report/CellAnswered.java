package io.qiangcun.core.report;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.YearMonth;

/** The village answered a question about a figure. */
public record CellAnswered(ReportId report, PlaceCode placeCode, YearMonth month, String metric, String answer)
        implements DomainEvent, PlaceBound {}
