package io.qiangcun.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.register.Cells;
import io.qiangcun.core.register.PastRow;
import io.qiangcun.core.register.RegisterColumn;
import io.qiangcun.core.register.RegisterDefinition;
import io.qiangcun.core.register.RegisterEditions;
import io.qiangcun.core.register.RowCheck;
import io.qiangcun.party.contact.ContactTakeover.PastVisit;
import io.qiangcun.testkit.ApplicationTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo county's registers are filled with what their forms would take. */
@ApplicationTest
class DemoRegistersTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    @Autowired
    RegisterEditions editions;

    private final DemoCounty county = DemoCounty.compose();
    private final DemoRegisters demo = DemoRegisters.of(
            county.organisations(), DemoPeople.of(county.organisations(), TODAY).people(), TODAY);

    @Test
    void recordsNothingThatTheFormWouldRefuse() {
        var definitions = demo.rows().stream()
                .map(PastRow::register)
                .distinct()
                .collect(Collectors.toMap(
                        code -> code,
                        code -> editions.builtIn(code).orElseThrow().definition()));

        assertThat(demo.rows()).hasSizeGreaterThan(4000).allSatisfy(row -> {
            var definition = Objects.requireNonNull(definitions.get(row.register()));
            assertThat(new RowCheck(definition, TODAY)
                            .check(row.cells().values(), row.cells(), Cells.EMPTY)
                            .problems())
                    .as(row.register())
                    .isEmpty();
            assertThat(definition.levels()).contains(row.place().kind());
            assertThat(definition.of() == null).isEqualTo(row.parent() == null);
        });
        assertThat(demo.rows()).extracting(PastRow::id).doesNotHaveDuplicates();
        assertThat(demo.rows())
                .filteredOn(row -> row.closedOn() == null)
                .extracting(row -> keyOf(row, Objects.requireNonNull(definitions.get(row.register()))))
                .filteredOn(key -> !key.isEmpty())
                .doesNotHaveDuplicates();
    }

    /** What no two rows of a place, or of a row, may have in common. */
    private static String keyOf(PastRow row, RegisterDefinition definition) {
        var keys = definition.columns().stream()
                .filter(RegisterColumn::key)
                .map(column -> row.cells().get(column.code()))
                .collect(Collectors.joining("|"));
        return keys.isEmpty()
                ? ""
                : String.join("|", row.register(), row.place().value(), String.valueOf(row.parent()), keys);
    }

    /** Over 110,000 plants on almost 400 mu, counted from rows. */
    @Test
    void plantsAsMuchAsTheTownshipItTellsOf() {
        assertThat(planted("plants")).isEqualByComparingTo("110400");
        assertThat(planted("area")).isEqualByComparingTo("398.00");
    }

    @Test
    void eightyEightVisited1775Households() {
        var settled = DemoPeople.of(county.organisations(), TODAY);
        var members = settled.members().stream()
                .map(member -> member.command().person())
                .collect(Collectors.toSet());
        var visits = DemoVisits.of(county.organisations(), settled.people(), members, TODAY);

        assertThat(visits).extracting(PastVisit::visitor).hasSize(88).doesNotHaveDuplicates();
        assertThat(visits).allMatch(visit -> visit.households() > 0);
        assertThat(visits.stream().mapToInt(PastVisit::households).sum()).isEqualTo(1775);
    }

    private BigDecimal planted(String column) {
        return demo.rows().stream()
                .filter(row -> row.register().equals("grid.planting"))
                .map(row -> new BigDecimal(row.cells().get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void leavesSomeGapsAndNamesNobody() {
        var reserves = demo.rows().stream()
                .filter(row -> row.register().equals("party.reserve-pool") && row.closedOn() == null)
                .collect(Collectors.groupingBy(PastRow::place, Collectors.counting()));

        assertThat(reserves.values()).filteredOn(count -> count < 3).hasSizeBetween(5, 12);
        assertThat(demo.rows().stream().flatMap(row -> row.cells().names().values().stream()))
                .allMatch(name -> name.matches("演示(党员|群众)\\d{5}") || name.endsWith("党支部"));
        assertThat(demo.attendances()).hasSizeGreaterThan(10_000);
    }
}
