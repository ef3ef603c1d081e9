package io.qiangcun.core.report;

import io.qiangcun.core.duty.FulfilsDuty;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/** The village stands by its report; that is what it owed for the month. */
public record ReportConfirmed(ReportId report, PlaceCode placeCode, YearMonth month, LocalDate confirmedOn)
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

    @Override
    public LocalDate doneOn() {
        return confirmedOn;
    }

    /** The month reported on, not the one it is done in. */
    @Override
    public LocalDate countsFor() {
        return month.atEndOfMonth();
    }

    @Override
    public String recordHref() {
        return "/core/reports/" + report;
    }
}
