package io.qiangcun.core.report;

import io.qiangcun.core.metric.MetricValue;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A figure as it was when the report was confirmed, and what the secretary put in its place. */
@Entity
@Table(name = "report_cell")
class ReportCell {

    @Id
    private UUID cellId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "report_id")
    private MonthlyReport report;

    @Embedded
    private PlaceCode place;

    private String metric;

    @Enumerated(EnumType.STRING)
    private MetricValue.@Nullable State state;

    private @Nullable BigDecimal amount;

    private @Nullable BigDecimal overrideAmount;

    private @Nullable String overrideReason;

    private @Nullable String overriddenBy;

    @SuppressWarnings("NullAway.Init")
    protected ReportCell() {}

    ReportCell(MonthlyReport report, PlaceCode place, String metric) {
        this.cellId = UUID.randomUUID();
        this.report = report;
        this.place = place;
        this.metric = metric;
    }

    void freeze(MetricValue value) {
        state = value.state();
        amount = value.number();
    }

    void override(BigDecimal value, String reason, String by) {
        overrideAmount = value;
        overrideReason = reason;
        overriddenBy = by;
    }

    void withdrawOverride() {
        overrideAmount = null;
        overrideReason = null;
        overriddenBy = null;
    }

    String metric() {
        return metric;
    }

    /** The frozen value, or null while the report is open. */
    @Nullable
    MetricValue frozen() {
        return state == null ? null : new MetricValue(state, amount);
    }

    @Nullable
    BigDecimal overrideAmount() {
        return overrideAmount;
    }

    @Nullable
    String overrideReason() {
        return overrideReason;
    }

    @Nullable
    String overriddenBy() {
        return overriddenBy;
    }
}
