package io.qiangcun.party.organisation;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A milestone of an organisation: what it was like from a day on, and why that changed. */
@Entity
@Table(name = "party_organisation_change")
class OrganisationChange {

    /** What happened to the organisation. */
    enum What {
        FOUNDED,
        RENAMED,
        RESTRUCTURED,
        DISSOLVED
    }

    @Id
    @Column(name = "change_id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "organisation_id")
    private PartyOrganisation organisation;

    @Embedded
    private PlaceCode place;

    @Enumerated(EnumType.STRING)
    private What what;

    private LocalDate effectiveOn;

    private String reason;

    private String name;

    @Embedded
    private Structure structure;

    @Embedded
    private Recorded recorded;

    @SuppressWarnings("NullAway.Init")
    protected OrganisationChange() {}

    OrganisationChange(PartyOrganisation organisation, What what, LocalDate effectiveOn, String reason, Recorded by) {
        this.id = UUID.randomUUID();
        this.organisation = organisation;
        this.place = organisation.placeCode();
        this.what = what;
        this.effectiveOn = effectiveOn;
        this.reason = reason;
        this.name = organisation.getName();
        this.structure = organisation.getStructure();
        this.recorded = by;
    }

    public UUID getId() {
        return id;
    }

    public What getWhat() {
        return what;
    }

    public LocalDate getEffectiveOn() {
        return effectiveOn;
    }

    public String getReason() {
        return reason;
    }

    public String getName() {
        return name;
    }

    public Structure getStructure() {
        return structure;
    }

    public Instant getRecordedAt() {
        return recorded.at();
    }

    public String getRecordedBy() {
        return recorded.post();
    }

    public String getRecordedByPerson() {
        return recorded.person();
    }
}
