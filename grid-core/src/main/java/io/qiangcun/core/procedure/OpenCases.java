package io.qiangcun.core.procedure;

import io.qiangcun.core.dashboard.OpenItems;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** Cases of a place that are under way, with the step each waits at. */
@Component
class OpenCases implements OpenItems {

    private final CaseQueries cases;

    OpenCases(CaseQueries cases) {
        this.cases = cases;
    }

    @Override
    public String titleKey() {
        return "core.procedure.open-items";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String authority() {
        return ProcedureAuthorities.READ;
    }

    @Override
    public List<Item> of(Jurisdiction jurisdiction, PlaceCode place, LocalDate today) {
        var filter = new CaseFilter(place, null, null, CaseState.OPEN, false, false, false, null);
        return cases.list(jurisdiction, filter, Pageable.unpaged()).stream()
                .map(row -> new Item(
                        row.title() + "：" + row.subjectName(),
                        Objects.requireNonNullElse(row.next(), ""),
                        row.latestOn(),
                        row.id().href()))
                .toList();
    }
}
