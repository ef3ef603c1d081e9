package io.qiangcun.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.register.Cells;
import io.qiangcun.core.register.PastRow;
import io.qiangcun.core.register.RegisterEditions;
import io.qiangcun.core.register.RowCheck;
import io.qiangcun.testkit.ApplicationTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was built adds up to what was reported, counted from rows that the form would take. */
@ApplicationTest
class DemoCentresTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    @Autowired
    RegisterEditions editions;

    private final List<PastRow> rows = DemoCentres.projects(DemoCounty.compose().places());

    @Test
    void buildsAsManyVenuesForAsMuchAsWasReported() {
        assertThat(number("2022", "new")).isEqualTo(15);
        assertThat(number("2022", "renovate")).isEqualTo(35);
        assertThat(sum("2022")).isEqualByComparingTo("50000000");
        assertThat(number("2023", "new")).isEqualTo(16);
        assertThat(number("2023", "renovate")).isEqualTo(27);
        assertThat(sum("2023")).isEqualByComparingTo("47100000");
    }

    @Test
    void recordsNothingThatTheFormWouldRefuse() {
        var definition =
                editions.builtIn("services.venue-project").orElseThrow().definition();

        assertThat(rows).allSatisfy(row -> assertThat(new RowCheck(definition, TODAY)
                        .check(row.cells().values(), row.cells(), Cells.EMPTY)
                        .problems())
                .isEmpty());
        assertThat(rows).extracting(PastRow::id).doesNotHaveDuplicates();
    }

    private long number(String year, String kind) {
        return rows.stream()
                .filter(row -> row.cells().get("year").equals(year)
                        && row.cells().get("kind").equals(kind))
                .count();
    }

    private BigDecimal sum(String year) {
        return rows.stream()
                .filter(row -> row.cells().get("year").equals(year))
                .map(row -> new BigDecimal(row.cells().get("spent")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
