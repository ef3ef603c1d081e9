package io.qiangcun.core.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a monthly report. */
@Embeddable
public record ReportId(@Column(name = "report_id") UUID value) implements Serializable {

    public static ReportId next() {
        return new ReportId(UUID.randomUUID());
    }

    public static ReportId valueOf(String text) {
        return new ReportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
