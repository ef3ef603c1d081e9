package io.qiangcun.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qiangcun.core.metric.MetricValue;
import io.qiangcun.core.place.PlaceCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonthlyReportTests {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final Instant NOW = Instant.parse("2026-11-02T02:00:00Z");
    private static final MetricValue TWO = MetricValue.of(BigDecimal.valueOf(2));
    private static final MetricValue THREE = MetricValue.of(BigDecimal.valueOf(3));

    private final MonthlyReport report = new MonthlyReport(new PlaceCode("150524100201"), OCTOBER);

    @Test
    void freezesItsFiguresWhenItIsConfirmed() {
        confirm();

        assertThat(report.state()).isEqualTo(ReportState.CONFIRMED);
        assertThat(report.cell("a").orElseThrow().frozen()).isEqualTo(TWO);
        assertThat(report.confirmedBy()).isEqualTo("secretary");
    }

    @Test
    void cannotBeConfirmedBeforeTheMonthIsOver() {
        assertThatExceptionOfType(MonthNotOver.class)
                .isThrownBy(() -> report.confirm(Map.of(), null, OCTOBER.atEndOfMonth(), NOW, "secretary"));
    }

    @Test
    void cannotBeConfirmedTwice() {
        confirm();

        assertThatExceptionOfType(ReportNotOpenForThat.class).isThrownBy(this::confirm);
    }

    @Test
    void keepsBothValuesOfAnOverriddenCell() {
        report.override("a", BigDecimal.TEN, "the meeting of the 3rd was held but not recorded", "secretary");
        confirm();

        var cell = report.cell("a").orElseThrow();
        assertThat(cell.frozen()).isEqualTo(TWO);
        assertThat(cell.overrideAmount()).isEqualTo(BigDecimal.TEN);
        assertThat(cell.overrideReason()).contains("not recorded");
    }

    @Test
    void opensOnlyTheCellThatIsAskedAbout() {
        confirm();
        report.ask("a", "Why two?", NOW, "township");

        report.override("a", BigDecimal.ONE, "counted twice", "secretary");
        assertThatExceptionOfType(ReportNotOpenForThat.class)
                .isThrownBy(() -> report.override("b", BigDecimal.ONE, "why not", "secretary"));
    }

    @Test
    void isNotPassedWhileAQuestionIsOpen() {
        confirm();
        report.ask("a", "Why two?", NOW, "township");
        assertThatExceptionOfType(QuestionsStillOpen.class).isThrownBy(() -> report.pass(NOW, "township"));

        report.answer("a", "One more was held", THREE, NOW, "secretary");
        report.pass(NOW, "township");

        assertThat(report.state()).isEqualTo(ReportState.REVIEWED);
        assertThat(report.cell("a").orElseThrow().frozen()).isEqualTo(THREE);
        assertThat(report.cell("b").orElseThrow().frozen()).isEqualTo(THREE);
    }

    @Test
    void isAskedOneQuestionAboutACellAtATime() {
        confirm();
        report.ask("a", "Why two?", NOW, "township");

        assertThatExceptionOfType(CellAlreadyAskedAbout.class)
                .isThrownBy(() -> report.ask("a", "Really?", NOW, "township"));
    }

    @Test
    void isGivenBackForAReasonAndConfirmedAgain() {
        confirm();
        report.giveBack("the note is missing", NOW);
        assertThat(report.state()).isEqualTo(ReportState.RETURNED);
        assertThat(report.returnReason()).isEqualTo("the note is missing");

        confirm();

        assertThat(report.state()).isEqualTo(ReportState.CONFIRMED);
        assertThat(report.returnReason()).isNull();
    }

    @Test
    void cannotBeAnsweredUnasked() {
        confirm();

        assertThatExceptionOfType(NoOpenQuestion.class)
                .isThrownBy(() -> report.answer("a", "hm", TWO, NOW, "secretary"));
    }

    private void confirm() {
        report.confirm(Map.of("a", TWO, "b", THREE), null, TODAY, NOW, "secretary");
    }
}
