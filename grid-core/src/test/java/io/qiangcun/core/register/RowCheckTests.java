package io.qiangcun.core.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.error.Problem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be typed into a row, and what it is kept as. */
class RowCheckTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private static final Cells KEEPER = new Cells(Map.of("keeper", "7"), Map.of("keeper", "Ann"));

    private final RowCheck check = new RowCheck(Definitions.HERD, TODAY);

    @Test
    void isKeptAsItIsRead() {
        var checked = check.check(
                typed("name", " North ", "kind", "Cattle", "heads", "１，２００", "value", "1,200.50", "since", "2026年1月5日"),
                KEEPER,
                Cells.EMPTY);

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.cells().values())
                .containsEntry("name", "North")
                .containsEntry("kind", "cattle")
                .containsEntry("heads", "1200")
                .containsEntry("value", "1200.5")
                .containsEntry("since", "2026-01-05")
                .containsEntry("keeper", "7");
        assertThat(checked.cells().title(Definitions.HERD)).isEqualTo("North");
        assertThat(checked.cells().searched(Definitions.HERD)).contains("Ann", "North");
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        assertThat(keys(typed("kind", "Goats", "heads", "9000", "since", "2026-02-30", "insured", "perhaps")))
                .containsExactlyInAnyOrder(
                        "cells[keeper] missing",
                        "cells[name] missing",
                        "cells[kind] no-choice",
                        "cells[heads] too-large",
                        "cells[since] not-a-date",
                        "cells[insured] no-choice");
    }

    @ParameterizedTest
    @CsvSource({"1.5", "abc", "1e5", "'', missing-is-fine", "--3"})
    void aCountIsAWholeNumber(String heads) {
        var found = keys(typed("name", "N", "kind", "Sheep", "heads", heads == null ? "" : heads));

        assertThat(found.contains("cells[heads] not-a-whole-number")).isEqualTo(heads != null && !heads.isEmpty());
    }

    @Test
    void noMoneyIsRoundedAway() {
        assertThat(keys(typed("name", "N", "kind", "Sheep", "value", "1.005"))).contains("cells[value] not-a-number");
    }

    @Test
    void endsNotBeforeItBegins() {
        var checked = check.check(
                typed("name", "N", "kind", "Sheep", "since", "2026-05-01", "until", "2026-04-30"), KEEPER, Cells.EMPTY);

        assertThat(checked.problems())
                .extracting(Problem::messageKey)
                .containsExactly("core.register.refused.ends-before-it-begins");
    }

    @Test
    void whatIsBookedIsOfADayToCome() {
        var bookings = new RowCheck(Definitions.of("""
                code: test.booking
                title: Bookings
                figure: MONTHLY
                from: day
                ahead: true
                columns:
                  - {code: day, label: Day, kind: DATE, key: true}
                  - {code: part, label: Part, kind: TEXT, key: true}
                """), TODAY);

        var checked = bookings.check(Map.of("day", "2026-12-01", "part", "Morning"), Cells.EMPTY, Cells.EMPTY);

        assertThat(checked.problems()).isEmpty();
        assertThat(bookings.keyOf(checked.cells())).isEqualTo("2026-12-01|Morning");
    }

    @Test
    void aVisitIsNotMadeTomorrow() {
        var visits = new RowCheck(Definitions.VISIT, TODAY);

        assertThat(visits.check(Map.of("visitedOn", "2026-11-17"), Cells.EMPTY, Cells.EMPTY)
                        .problems())
                .extracting(Problem::messageKey)
                .containsExactly("core.register.refused.day-future");
        assertThat(visits.check(Map.of("visitedOn", "2026-11-16"), Cells.EMPTY, Cells.EMPTY)
                        .problems())
                .isEmpty();
    }

    @Test
    void whatIsMaskedStaysWhereItIsLeftBlank() {
        var before = Cells.of(Map.of("phone", "13800001234"));

        assertThat(check.check(typed("name", "N", "kind", "Sheep", "phone", ""), KEEPER, before)
                        .cells()
                        .get("phone"))
                .isEqualTo("13800001234");
        assertThat(Cells.masked("13800001234")).isEqualTo("1＊＊＊");
        assertThat(Cells.masked("")).isEmpty();
    }

    @Test
    void refersToNothingItHasNot() {
        assertThatThrownBy(() -> Definitions.of("""
                {code: test.bad, title: Bad, from: day, columns: [{code: name, label: Name, kind: TEXT}]}
                """)).hasMessageContaining("refers to a column it has not: day");
        assertThatThrownBy(() -> Definitions.of("""
                {code: test.bad, title: Bad, columns: [{code: papers, label: Papers, kind: FILE, required: true}]}
                """)).hasMessageContaining("required of nobody");
        assertThatThrownBy(() -> Definitions.of("""
                {code: test.bad, title: Bad, colour: red, columns: [{code: name, label: Name, kind: TEXT}]}
                """)).hasMessageContaining("colour");
    }

    private List<String> keys(Map<String, String> typed) {
        return check.check(typed, Cells.EMPTY, Cells.EMPTY).problems().stream()
                .map(problem -> problem.field() + " " + problem.messageKey().replace("core.register.refused.", ""))
                .toList();
    }

    private static Map<String, String> typed(String... pairs) {
        var typed = new HashMap<String, String>();
        for (var at = 0; at < pairs.length; at += 2) {
            typed.put(pairs[at], pairs[at + 1]);
        }
        return typed;
    }
}
