package io.qiangcun.party.activity;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.activity.ActivityContent.Lifetime;
import io.qiangcun.party.organisation.OrganisationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an organisation held. Once submitted it is corrected by a further edition, never overwritten. */
@Entity
@Table(name = "party_activity")
class Activity extends AuditedAggregate<Activity> implements PlaceBound {

    @EmbeddedId
    private ActivityId id;

    @Embedded
    private PlaceCode place;

    @Embedded
    private OrganisationId organisation;

    @Enumerated(EnumType.STRING)
    private ActivityStatus status;

    @Embedded
    private ActivityContent content;

    private int edition;

    private String editionReason;

    @Embedded
    private Recorded recorded;

    private @Nullable UUID makesUpFor;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "ended_at"))
    @AttributeOverride(name = "post", column = @Column(name = "ended_by"))
    @AttributeOverride(name = "person", column = @Column(name = "ended_by_person"))
    private @Nullable Recorded ended;

    private String endReason;

    @OneToMany(
            mappedBy = "activity",
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @OrderBy("edition desc")
    private List<SupersededEdition> superseded = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Activity() {}

    Activity(
            ActivityId id,
            OrganisationId organisation,
            PlaceCode place,
            ActivityContent content,
            @Nullable UUID makesUpFor,
            Lifetime lifetime,
            LocalDate today,
            boolean submit,
            Recorded recorded) {
        this.id = id;
        this.organisation = organisation;
        this.place = place;
        this.status = ActivityStatus.DRAFT;
        this.content = acceptable(content, lifetime, today, submit);
        this.edition = 1;
        this.editionReason = "";
        this.recorded = recorded;
        this.makesUpFor = makesUpFor;
        this.endReason = "";
        if (submit) {
            submit();
        } else {
            registerEvent(new ActivityDrafted(id, place, content.kind()));
        }
    }

    void revise(ActivityContent newContent, Lifetime lifetime, LocalDate today, boolean submit, Recorded by) {
        require(ActivityStatus.DRAFT);
        this.content = acceptable(newContent, lifetime, today, submit);
        this.recorded = by;
        if (submit) {
            submit();
        }
    }

    private void submit() {
        this.status = ActivityStatus.SUBMITTED;
        registerEvent(new ActivitySubmitted(id, place, organisation, content.kind(), content.heldOn(), makesUpFor));
    }

    void correct(ActivityContent newContent, String reason, Lifetime lifetime, LocalDate today, Recorded by) {
        require(ActivityStatus.SUBMITTED);
        requireReason(reason);
        acceptable(newContent, lifetime, today, true);
        superseded.add(new SupersededEdition(this, edition, content, editionReason, recorded));
        if (newContent.kind() != content.kind()) {
            registerEvent(new ActivityReclassified(id, place, content.kind(), newContent.kind()));
        }
        this.content = newContent;
        this.edition++;
        this.editionReason = reason.strip();
        this.recorded = by;
        registerEvent(new ActivityCorrected(
                id, place, organisation, content.kind(), content.heldOn(), makesUpFor, edition, editionReason));
    }

    void withdraw(String reason, Recorded by) {
        require(ActivityStatus.SUBMITTED);
        requireReason(reason);
        this.status = ActivityStatus.WITHDRAWN;
        this.endReason = reason.strip();
        this.ended = by;
        registerEvent(new ActivityWithdrawn(id, place, endReason));
    }

    void discard(Recorded by) {
        require(ActivityStatus.DRAFT);
        this.status = ActivityStatus.DISCARDED;
        this.ended = by;
        registerEvent(new ActivityDiscarded(id, place));
    }

    private void require(ActivityStatus needed) {
        if (status != needed) {
            throw new WrongStep(status);
        }
    }

    private static ActivityContent acceptable(
            ActivityContent content, Lifetime lifetime, LocalDate today, boolean submit) {
        var problems = content.problems(lifetime, today, submit);
        if (!problems.isEmpty()) {
            throw new ActivityRefused(problems);
        }
        return content;
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new ReasonMissing();
        }
    }

    public ActivityId getId() {
        return id;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    public PlaceCode getPlace() {
        return place;
    }

    public OrganisationId getOrganisation() {
        return organisation;
    }

    public ActivityStatus getStatus() {
        return status;
    }

    public ActivityContent getContent() {
        return content;
    }

    public int getEdition() {
        return edition;
    }

    public String getEditionReason() {
        return editionReason;
    }

    public Recorded getRecorded() {
        return recorded;
    }

    public @Nullable UUID getMakesUpFor() {
        return makesUpFor;
    }

    public @Nullable Recorded getEnded() {
        return ended;
    }

    public String getEndReason() {
        return endReason;
    }

    public List<SupersededEdition> getSuperseded() {
        return List.copyOf(superseded);
    }
}
