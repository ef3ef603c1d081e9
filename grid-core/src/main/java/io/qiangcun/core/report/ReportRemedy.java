package io.qiangcun.core.report;

import io.qiangcun.core.duty.DutyRemedy;
import io.qiangcun.core.duty.OwedDuty;
import java.time.YearMonth;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A report that is owed has been written by the records already: open it and confirm. */
@Component
class ReportRemedy implements DutyRemedy {

    @Override
    public Set<String> recordKinds() {
        return Set.of(ReportingPlaces.RECORD_KIND);
    }

    @Override
    public String href(OwedDuty duty) {
        return "/core/reports/mine?month=" + YearMonth.from(duty.periodTo());
    }
}
