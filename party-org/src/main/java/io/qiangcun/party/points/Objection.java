package io.qiangcun.party.points;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
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
import org.jspecify.annotations.Nullable;

/** What somebody has against an entry or a published list, answered once, with a reason. */
@Entity(name = "PointsObjection")
@Table(name = "party_points_objection")
class Objection extends AuditedAggregate<Objection> implements PlaceBound {

    @EmbeddedId
    private ObjectionId id;

    @Embedded
    private PlaceCode place;

    @Embedded
    private OrganisationId organisation;

    @Embedded
    private @Nullable EntryId entry;

    @Embedded
    private @Nullable PublicationId publication;

    private LocalDate raisedOn;

    private String raisedBy;

    private boolean bySlip;

    private String content;

    @Embedded
    private Recorded recorded;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private @Nullable String answer;

    private @Nullable LocalDate answeredOn;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "answered_at"))
    @AttributeOverride(name = "post", column = @Column(name = "answered_by"))
    @AttributeOverride(name = "person", column = @Column(name = "answered_by_person"))
    private @Nullable Recorded answered;

    @SuppressWarnings("NullAway.Init")
    protected Objection() {}

    Objection(
            ObjectionId id,
            PlaceCode place,
            OrganisationId organisation,
            @Nullable EntryId entry,
            @Nullable PublicationId publication,
            LocalDate raisedOn,
            String raisedBy,
            boolean bySlip,
            String content,
            Recorded recorded) {
        this.id = id;
        this.place = place;
        this.organisation = organisation;
        this.entry = entry;
        this.publication = publication;
        this.raisedOn = raisedOn;
        this.raisedBy = raisedBy;
        this.bySlip = bySlip;
        this.content = content;
        this.recorded = recorded;
        registerEvent(new ObjectionRaised(id, place, bySlip));
    }

    void answer(Outcome how, String text, LocalDate on, Recorded by) {
        if (outcome != null) {
            throw new PointsStale();
        }
        if (how == Outcome.CORRECTED && entry == null) {
            throw new PointsRefused("outcome", "nothing-to-correct");
        }
        outcome = how;
        answer = text;
        answeredOn = on;
        answered = by;
        registerEvent(new ObjectionAnswered(id, place, how));
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    @Nullable
    EntryId getEntry() {
        return entry;
    }

    @Nullable
    PublicationId getPublication() {
        return publication;
    }

    Recorded getRecorded() {
        return recorded;
    }
}
