package io.qiangcun.party.standard;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.OrganisationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A branch held against a standard for a period, level by level. Its answers are rows beside it. */
@Entity
@Table(name = "party_standard_check")
class StandardCheck extends AuditedAggregate<StandardCheck> implements PlaceBound {

    @EmbeddedId
    private CheckId id;

    @Embedded
    private PlaceCode place;

    @Embedded
    private OrganisationId organisation;

    private UUID editionId;

    private String standard;

    private @Nullable String recordKind;

    private LocalDate periodFrom;

    private LocalDate periodTo;

    private LocalDate checkedOn;

    @Enumerated(EnumType.STRING)
    private CheckStatus status;

    @Embedded
    private Recorded recorded;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "reviewed_at"))
    @AttributeOverride(name = "post", column = @Column(name = "reviewed_by"))
    @AttributeOverride(name = "person", column = @Column(name = "reviewed_by_person"))
    private @Nullable Recorded reviewed;

    private @Nullable LocalDate confirmedOn;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "confirmed_at"))
    @AttributeOverride(name = "post", column = @Column(name = "confirmed_by"))
    @AttributeOverride(name = "person", column = @Column(name = "confirmed_by_person"))
    private @Nullable Recorded confirmed;

    private @Nullable String returnReason;

    @SuppressWarnings("NullAway.Init")
    protected StandardCheck() {}

    StandardCheck(CheckId id, OrganisationBrief branch, Edition edition, Period period, LocalDate on, Recorded by) {
        this.id = id;
        this.place = branch.place();
        this.organisation = branch.id();
        this.editionId = edition.editionId();
        this.standard = edition.code();
        this.recordKind = edition.recordKind();
        this.periodFrom = period.from();
        this.periodTo = period.to();
        this.checkedOn = on;
        this.status = CheckStatus.CHECKED;
        this.recorded = by;
        registerEvent(new CheckEntered(id, place, standard));
        if (recordKind != null) {
            registerEvent(new BranchChecked(id, place, organisation.value(), recordKind, on));
        }
    }

    void review(int disagreements, Recorded by) {
        require(CheckStatus.CHECKED);
        if (recorded.post().equals(by.post()) || recorded.person().equals(by.person())) {
            throw new StandardRefused(null, "own-check");
        }
        status = CheckStatus.REVIEWED;
        reviewed = by;
        returnReason = null;
        registerEvent(new CheckReviewed(id, place, disagreements));
    }

    void confirm(LocalDate on, Recorded by) {
        require(CheckStatus.REVIEWED);
        status = CheckStatus.CONFIRMED;
        confirmedOn = on;
        confirmed = by;
        registerEvent(new CheckConfirmed(id, place));
    }

    /** Back to those who looked at it. */
    void sendBack(String reason) {
        require(CheckStatus.REVIEWED);
        status = CheckStatus.CHECKED;
        reviewed = null;
        returnReason = reason;
        registerEvent(new CheckReturned(id, place));
    }

    void fix(String item) {
        require(CheckStatus.CONFIRMED);
        registerEvent(new ItemFixed(id, place, item));
    }

    private void require(CheckStatus wanted) {
        if (status != wanted) {
            throw new CheckStale();
        }
    }

    OrganisationId getOrganisation() {
        return organisation;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }
}
