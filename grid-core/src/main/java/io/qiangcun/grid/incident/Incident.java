package io.qiangcun.grid.incident;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An emergency at a place and below it, from the moment somebody switches it on until it has been reviewed. */
@Entity
@Table(name = "grid_incident")
class Incident extends AuditedAggregate<Incident> implements PlaceBound {

    @EmbeddedId
    private IncidentId id;

    @Embedded
    private PlaceCode place;

    private String kind;

    private String title;

    private String reason;

    private Instant beganAt;

    @Embedded
    private Recorded recorded;

    private @Nullable Instant endedAt;

    private @Nullable String endedBy;

    private @Nullable String endedByPerson;

    private @Nullable String happened;

    private @Nullable String better;

    private @Nullable Instant purgedAt;

    @SuppressWarnings("NullAway.Init")
    protected Incident() {}

    Incident(BeginIncident command, PlaceCode place, Instant beganAt, Recorded recorded) {
        this.id = command.id();
        this.place = place;
        this.kind = command.kind();
        this.title = command.title();
        this.reason = command.reason();
        this.beganAt = beganAt;
        this.recorded = recorded;
        registerEvent(new IncidentBegun(id, place, kind, reason));
    }

    void end(String what, String lessons, Recorded by) {
        if (endedAt != null) {
            throw new IncidentRefused(null, "ended");
        }
        endedAt = by.at();
        endedBy = by.post();
        endedByPerson = by.person();
        happened = what;
        better = lessons;
        registerEvent(new IncidentEnded(id, place));
    }

    void purged(Instant at, int reports, int calls) {
        if (endedAt == null || purgedAt != null) {
            throw new IllegalStateException("Not to be purged: " + id);
        }
        purgedAt = at;
        registerEvent(new IncidentPurged(id, place, reports, calls));
    }

    boolean isOn() {
        return endedAt == null;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }
}
