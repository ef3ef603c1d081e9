package io.qiangcun.party.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a visit. */
@Embeddable
public record VisitId(@Column(name = "visit_id") UUID value) implements Serializable {

    public static VisitId next() {
        return new VisitId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static VisitId valueOf(String text) {
        return new VisitId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/party/contacts/visits/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
