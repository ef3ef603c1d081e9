package io.qiangcun.grid.network;

import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody's work in a grid: proposed by the village, agreed to by the level above. */
@Entity
@Table(name = "grid_worker")
class Worker extends AuditedAggregate<Worker> implements PlaceBound {

    @EmbeddedId
    private WorkerId id;

    @Embedded
    private PlaceCode place;

    @Embedded
    private PersonId person;

    private @Nullable String name;

    @Enumerated(EnumType.STRING)
    private WorkerPost post;

    @Enumerated(EnumType.STRING)
    private WorkerSource source;

    private LocalDate since;

    @Enumerated(EnumType.STRING)
    private Vetting vetting;

    private String proposedBy;

    private @Nullable String vettedBy;

    private @Nullable LocalDate vettedOn;

    private @Nullable String vettingNote;

    private @Nullable LocalDate endedOn;

    private @Nullable String endedReason;

    @SuppressWarnings("NullAway.Init")
    protected Worker() {}

    /** @param name as he is called now: his own grid sees nobody of the village but him */
    Worker(ProposeWorker command, String name, String by) {
        this.id = command.id();
        this.place = command.grid();
        this.person = command.person();
        this.name = name;
        this.post = command.post();
        this.source = command.source();
        this.since = command.since();
        this.vetting = Vetting.PENDING;
        this.proposedBy = by;
        registerEvent(new WorkerProposed(id, place, post, since));
    }

    /** Nobody agrees to his own proposal. */
    void vet(boolean passed, String by, LocalDate on, String note) {
        requireCurrent();
        if (vetting != Vetting.PENDING) {
            throw new GridRefused("passed", "vetted");
        }
        if (by.equals(proposedBy)) {
            throw new GridRefused("passed", "own-proposal");
        }
        if (!passed && note.isBlank()) {
            throw new GridRefused("note", "no-reason");
        }
        vetting = passed ? Vetting.PASSED : Vetting.REFUSED;
        vettedBy = by;
        vettedOn = on;
        vettingNote = note.isBlank() ? null : note;
        if (!passed) {
            endedOn = on.isBefore(since) ? since : on;
            endedReason = note;
        }
        registerEvent(new WorkerVetted(id, place, vetting));
    }

    void end(LocalDate on, String reason) {
        requireCurrent();
        if (on.isBefore(since)) {
            throw new GridRefused("on", "before-beginning", since);
        }
        endedOn = on;
        endedReason = reason;
        registerEvent(new WorkerEnded(id, place, on));
    }

    /** Goes on in the grid that took this one in. */
    void follow(PlaceCode into) {
        place = into;
        if (post == WorkerPost.LEADER) {
            post = WorkerPost.PART_TIME;
        }
    }

    private void requireCurrent() {
        if (endedOn != null) {
            throw new GridRefused(null, "worker-ended", endedOn);
        }
    }

    WorkerId getId() {
        return id;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }
}
