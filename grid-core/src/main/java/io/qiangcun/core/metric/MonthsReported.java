package io.qiangcun.core.metric;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.YearMonth;
import java.util.Set;

/** Tells which places have confirmed their month, so that a silent place is shown as unknown and not as zero. */
public interface MonthsReported {

    /** Village-level places in the jurisdiction that have not confirmed the month although it is over. */
    Set<PlaceCode> missing(Jurisdiction jurisdiction, YearMonth month);
}
