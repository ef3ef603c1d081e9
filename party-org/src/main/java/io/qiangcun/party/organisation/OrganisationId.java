package io.qiangcun.party.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a Party organisation for good. */
@Embeddable
public record OrganisationId(
        @Column(name = "organisation_id") UUID value) implements Serializable {

    public static OrganisationId next() {
        return new OrganisationId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static OrganisationId valueOf(String text) {
        return new OrganisationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
