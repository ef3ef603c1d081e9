package io.qiangcun.core.report;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.YearMonth;

/** The county closed a month: so many reports with it, so many places without one. */
public record MonthLocked(PlaceCode placeCode, YearMonth month, int locked, int missed)
        implements DomainEvent, PlaceBound {}
