package io.qiangcun.core.report;

import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the township wants to know about one cell, and what the village says. */
@Entity
@Table(name = "report_question")
class ReportQuestion {

    @Id
    private UUID questionId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "report_id")
    private MonthlyReport report;

    @Embedded
    private PlaceCode place;

    private String metric;

    private String question;

    private Instant askedAt;

    private String askedBy;

    private @Nullable String answer;

    private @Nullable Instant answeredAt;

    private @Nullable String answeredBy;

    @SuppressWarnings("NullAway.Init")
    protected ReportQuestion() {}

    ReportQuestion(MonthlyReport report, PlaceCode place, String metric, String question, Instant at, String by) {
        this.questionId = UUID.randomUUID();
        this.report = report;
        this.place = place;
        this.metric = metric;
        this.question = question;
        this.askedAt = at;
        this.askedBy = by;
    }

    void answer(String text, Instant at, String by) {
        answer = text;
        answeredAt = at;
        answeredBy = by;
    }

    boolean isOpen() {
        return answer == null;
    }

    boolean concerns(String code) {
        return metric.equals(code);
    }

    QuestionView view() {
        return new QuestionView(metric, question, askedAt, askedBy, answer, answeredAt, answeredBy);
    }
}
