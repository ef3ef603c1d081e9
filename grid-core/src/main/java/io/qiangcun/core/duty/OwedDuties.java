package io.qiangcun.core.duty;

import io.qiangcun.core.dashboard.OpenItems;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a place still owes. */
@Component
class OwedDuties implements OpenItems {

    private final DutyQueries duties;

    OwedDuties(DutyQueries duties) {
        this.duties = duties;
    }

    @Override
    public String titleKey() {
        return "core.duty.open-items";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String authority() {
        return DutyAuthorities.READ;
    }

    @Override
    public List<Item> of(Jurisdiction jurisdiction, PlaceCode place, LocalDate today) {
        return duties.month(jurisdiction, place, YearMonth.from(today)).stream()
                .filter(duty -> duty.state().isOwed())
                .map(duty -> new Item(duty.title(), duty.subjectName(), duty.dueOn(), "/core/duties/" + duty.id()))
                .toList();
    }
}
