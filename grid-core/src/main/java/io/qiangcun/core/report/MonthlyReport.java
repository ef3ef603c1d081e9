package io.qiangcun.core.report;

import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.metric.MetricValue;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One place's account of one month. While it is open its figures are whatever the records say; confirming freezes
 * them, and from then on only a cell that was asked about may change.
 */
@Entity
@Table(name = "monthly_report")
class MonthlyReport extends AuditedAggregate<MonthlyReport> implements PlaceBound {

    @EmbeddedId
    private ReportId id;

    @Embedded
    private PlaceCode place;

    @Convert(converter = YearMonthConverter.class)
    private YearMonth month;

    @Enumerated(EnumType.STRING)
    private ReportState state;

    private @Nullable String note;

    private @Nullable String returnReason;

    private @Nullable Instant returnedAt;

    /** When it was confirmed first: a report sent back later was not late for that. */
    private @Nullable LocalDate firstConfirmedOn;

    private @Nullable Instant confirmedAt;

    private @Nullable String confirmedBy;

    private @Nullable Instant reviewedAt;

    private @Nullable String reviewedBy;

    @OneToMany(mappedBy = "report", cascade = CascadeType.ALL)
    private Set<ReportCell> cells = new LinkedHashSet<>();

    @OneToMany(mappedBy = "report", cascade = CascadeType.ALL)
    @OrderBy("askedAt")
    private Set<ReportQuestion> questions = new LinkedHashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected MonthlyReport() {}

    MonthlyReport(PlaceCode place, YearMonth month) {
        this.id = ReportId.next();
        this.place = place;
        this.month = month;
        this.state = ReportState.DRAFT;
    }

    /** The village stands by what the records say; every figure is frozen as it is now. */
    void confirm(Map<String, MetricValue> figures, @Nullable String note, LocalDate today, Instant at, String by) {
        if (!month.isBefore(YearMonth.from(today))) {
            throw new MonthNotOver(month);
        }
        requireState(state.isOpen());
        figures.forEach((metric, value) -> cellOf(metric).freeze(value));
        state = ReportState.CONFIRMED;
        this.note = note;
        confirmedAt = at;
        confirmedBy = by;
        returnReason = null;
        if (firstConfirmedOn == null) {
            firstConfirmedOn = today;
        }
        registerEvent(new ReportConfirmed(id, place, month, firstConfirmedOn));
    }

    /** Puts another number in place of the records' one; both stay visible with the reason. */
    void override(String metric, BigDecimal value, String reason, String by) {
        requireState(state.isOpen() || (state == ReportState.CONFIRMED && isAskedAbout(metric)));
        cellOf(metric).override(value, reason, by);
        registerEvent(new CellOverridden(id, place, month, metric, value, reason));
    }

    /** Lets the records speak again. */
    void withdrawOverride(String metric) {
        requireState(state.isOpen() || (state == ReportState.CONFIRMED && isAskedAbout(metric)));
        cell(metric).ifPresent(ReportCell::withdrawOverride);
        registerEvent(new OverrideWithdrawn(id, place, month, metric));
    }

    /** The township asks about one cell; only that cell opens again. */
    void ask(String metric, String question, Instant at, String by) {
        requireState(state == ReportState.CONFIRMED);
        if (isAskedAbout(metric)) {
            throw new CellAlreadyAskedAbout();
        }
        questions.add(new ReportQuestion(this, place, metric, question, at, by));
        registerEvent(new CellQuestioned(id, place, month, metric, question));
    }

    /** The village answers; the cell takes the records' present value and is frozen again. */
    void answer(String metric, String answer, MetricValue presentValue, Instant at, String by) {
        var question = questions.stream()
                .filter(q -> q.isOpen() && q.concerns(metric))
                .findAny()
                .orElseThrow(NoOpenQuestion::new);
        question.answer(answer, at, by);
        cellOf(metric).freeze(presentValue);
        registerEvent(new CellAnswered(id, place, month, metric, answer));
    }

    void pass(Instant at, String by) {
        requireState(state == ReportState.CONFIRMED);
        if (questions.stream().anyMatch(ReportQuestion::isOpen)) {
            throw new QuestionsStillOpen();
        }
        state = ReportState.REVIEWED;
        reviewedAt = at;
        reviewedBy = by;
        registerEvent(new ReportPassed(id, place, month));
    }

    void giveBack(String reason, Instant at) {
        requireState(state == ReportState.CONFIRMED || state == ReportState.REVIEWED);
        state = ReportState.RETURNED;
        returnReason = reason;
        returnedAt = at;
        registerEvent(new ReportReturned(id, place, month, reason));
    }

    boolean isAskedAbout(String metric) {
        return questions.stream().anyMatch(question -> question.isOpen() && question.concerns(metric));
    }

    Optional<ReportCell> cell(String metric) {
        return cells.stream().filter(cell -> cell.metric().equals(metric)).findAny();
    }

    private ReportCell cellOf(String metric) {
        return cell(metric).orElseGet(() -> {
            var cell = new ReportCell(this, place, metric);
            cells.add(cell);
            return cell;
        });
    }

    private void requireState(boolean allowed) {
        if (!allowed) {
            throw new ReportNotOpenForThat(state);
        }
    }

    ReportId id() {
        return id;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    YearMonth month() {
        return month;
    }

    ReportState state() {
        return state;
    }

    @Nullable
    String note() {
        return note;
    }

    @Nullable
    String returnReason() {
        return returnReason;
    }

    @Nullable
    Instant confirmedAt() {
        return confirmedAt;
    }

    @Nullable
    String confirmedBy() {
        return confirmedBy;
    }

    @Nullable
    Instant reviewedAt() {
        return reviewedAt;
    }

    @Nullable
    String reviewedBy() {
        return reviewedBy;
    }

    List<QuestionView> questions() {
        return new ArrayList<>(questions).stream().map(ReportQuestion::view).toList();
    }
}
