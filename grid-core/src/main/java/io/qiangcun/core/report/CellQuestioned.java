package io.qiangcun.core.report;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.YearMonth;

/** The township wants to know more about one figure. */
public record CellQuestioned(ReportId report, PlaceCode placeCode, YearMonth month, String metric, String question)
        implements DomainEvent, PlaceBound {}
