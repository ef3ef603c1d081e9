package io.qiangcun.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.register.Cells;
import io.qiangcun.core.register.PastRow;
import io.qiangcun.core.register.RegisterColumn;
import io.qiangcun.core.register.RegisterDefinition;
import io.qiangcun.core.register.RegisterEditions;
import io.qiangcun.core.register.RowCheck;
import io.qiangcun.testkit.ApplicationTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo county is helped as much as was reported, counted from rows that the forms would take. */
@ApplicationTest
class DemoSupportTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    @Autowired
    RegisterEditions editions;

    private final DemoCounty county = DemoCounty.compose();
    private final DemoSupport demo = DemoSupport.of(
            county.places(),
            county.organisations(),
            DemoPeople.of(county.organisations(), TODAY).people(),
            TODAY);

    @Test
    void recordsNothingThatTheFormWouldRefuse() {
        var definitions = demo.rows().stream()
                .map(PastRow::register)
                .distinct()
                .collect(Collectors.toMap(
                        code -> code,
                        code -> editions.builtIn(code).orElseThrow().definition()));

        assertThat(demo.rows()).allSatisfy(row -> {
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
                .extracting(row -> keyOf(row, Objects.requireNonNull(definitions.get(row.register()))))
                .filteredOn(key -> !key.isEmpty())
                .doesNotHaveDuplicates();
    }

    @Test
    void countsWhatWasReported() {
        assertThat(of("expert-unit")).hasSize(8);
        assertThat(of("expert-team")).hasSize(4);
        assertThat(of("expert-match").stream().map(PastRow::place).distinct()).hasSize(186);
        assertThat(of("expert-round").stream().map(PastRow::place).distinct()).hasSize(3);
        assertThat(of("expert-round").stream()
                        .map(row -> row.cells().get("round"))
                        .distinct())
                .hasSize(3);
        assertThat(sum("goods", "seed")).isEqualByComparingTo("4000");
        assertThat(sum("goods", "film")).isEqualByComparingTo("2500");
        assertThat(sum("goods", "machines")).isEqualByComparingTo("2");
        assertThat(sum("demo-plot", "area")).isBetween(new BigDecimal("1200"), new BigDecimal("1250"));
        assertThat(of("tech-service")).hasSize(108);
        assertThat(Stream.of("school", "yield", "green", "double").map(kind -> of("base").stream()
                        .filter(row -> kind.equals(row.cells().get("kind")))
                        .count()))
                .containsExactly(7L, 4L, 2L, 3L);
        assertThat(of("specialist")).hasSize(25);
        assertThat(of("youth-pair"))
                .hasSize(25)
                .extracting(row -> row.cells().get("project"))
                .doesNotHaveDuplicates();
        assertThat(of("expert-station")).hasSize(2);
        assertThat(of("skill-training")).hasSize(20);
        assertThat(of("measure")).hasSize(21);
        assertThat(of("measure").stream().map(row -> row.cells().get("group")).distinct())
                .hasSize(5);
        assertThat(of("task-force").stream()
                        .filter(row -> "experts".equals(row.cells().get("kind"))))
                .hasSize(4);
        assertThat(of("task-force-meeting").stream()
                        .filter(row -> "dispatch".equals(row.cells().get("kind"))))
                .hasSize(5);
    }

    private List<PastRow> of(String register) {
        return demo.rows().stream()
                .filter(row -> row.register().equals("economy." + register))
                .toList();
    }

    private BigDecimal sum(String register, String column) {
        return of(register).stream()
                .map(row -> row.cells().get(column))
                .filter(value -> value != null && !value.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
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
}
