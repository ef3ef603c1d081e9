package io.qiangcun.core.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a case. */
@Embeddable
public record CaseId(@Column(name = "case_id") UUID value) implements Serializable {

    public static CaseId next() {
        return new CaseId(UUID.randomUUID());
    }

    public static CaseId valueOf(String text) {
        return new CaseId(UUID.fromString(text));
    }

    public String href() {
        return "/core/cases/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
