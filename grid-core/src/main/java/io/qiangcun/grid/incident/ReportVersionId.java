package io.qiangcun.grid.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a version of a report; made on the device, so that sent twice it exists once. */
@Embeddable
public record ReportVersionId(
        @Column(name = "report_version_id") UUID value) implements Serializable {

    public static ReportVersionId next() {
        return new ReportVersionId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static ReportVersionId valueOf(String text) {
        return new ReportVersionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
