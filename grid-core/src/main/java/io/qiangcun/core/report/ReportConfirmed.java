package io.qiangcun.core.report;

import io.qiangcun.core.duty.FulfilsDuty;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/** The village stands by its report; that is what it owed for the month. */
public record ReportConfirmed(ReportId report, PlaceCode placeCode, YearMonth month)
        implements FulfilsDuty, PlaceBound {

    @Override
    public UUID recordId() {
        return report.value();
    }

    @Override
    public String recordKind() {
        return ReportingPlaces.RECORD_KIND;
    }

    @Override
    public UUID dutySubject() {
        return ReportingPlaces.subjectOf(placeCode);
    }

    /** The last day of the month reported on: that is the period it is owed for. */
    @Override
    public LocalDate doneOn() {
        return month.atEndOfMonth();
    }

    @Override
    public String recordHref() {
        return "/core/reports/" + report;
    }
}
