package io.qiangcun.core.report;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricValue;
import io.qiangcun.core.place.PlaceCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report to be read: who, when, and every cell with what is to be said about it. */
public record ReportView(
        ReportId id,
        long version,
        PlaceCode place,
        String placeName,
        String townshipName,
        YearMonth month,
        ReportState state,
        @Nullable String note,
        @Nullable String returnReason,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy,
        @Nullable Instant reviewedAt,
        @Nullable String reviewedBy,
        List<Section> sections,
        List<QuestionView> questions) {

    public record Section(String titleKey, List<Cell> cells) {}

    /**
     * @param value what the report says: the records' figure, frozen once confirmed
     * @param live what the records say now
     * @param override what the secretary put in its place
     * @param open whether the cell may be changed now
     */
    public record Cell(
            MetricDefinition metric,
            MetricValue value,
            MetricValue live,
            @Nullable BigDecimal override,
            @Nullable String overrideReason,
            @Nullable String overriddenBy,
            boolean askedAbout,
            boolean open) {

        /** Whether a record has changed since the figure was frozen. */
        public boolean hasDrifted() {
            return !value.equals(live);
        }
    }

    public long openQuestions() {
        return questions.stream().filter(QuestionView::isOpen).count();
    }

    public long drifted() {
        return cells().stream().filter(Cell::hasDrifted).count();
    }

    public List<Cell> cells() {
        return sections.stream().flatMap(section -> section.cells().stream()).toList();
    }

    public boolean isOpen() {
        return state.isOpen();
    }
}
