package io.qiangcun.core.report;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.YearMonth;

/** A report was sent back to the village. */
public record ReportReturned(ReportId report, PlaceCode placeCode, YearMonth month, String reason)
        implements DomainEvent, PlaceBound {}
