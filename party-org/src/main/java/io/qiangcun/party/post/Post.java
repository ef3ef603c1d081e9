package io.qiangcun.party.post;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A post in one of the two committees of a village, held by one person from a day on. */
@Entity
@Table(name = "party_post")
class Post extends AuditedAggregate<Post> implements PlaceBound {

    @EmbeddedId
    private PostId id;

    @Embedded
    private PlaceCode place;

    @Embedded
    private PersonId person;

    @Enumerated(EnumType.STRING)
    private Track track;

    @Enumerated(EnumType.STRING)
    private PostRole role;

    private boolean dispatched;

    private LocalDate since;

    private @Nullable LocalDate endedOn;

    private @Nullable LocalDate suspendedSince;

    private @Nullable LocalDate suspendedUntil;

    /** The case that decided so, and alone takes it back. */
    private @Nullable UUID suspendedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable PostEnding ending;

    private @Nullable String endedReason;

    @SuppressWarnings("NullAway.Init")
    protected Post() {}

    Post(TakePost command) {
        if (command.dispatched() && command.track() != Track.PARTY) {
            throw new PostRefused("dispatched", "elected-are-not-dispatched");
        }
        this.id = command.id();
        this.place = command.place();
        this.person = command.person();
        this.track = command.track();
        this.role = command.role();
        this.dispatched = command.dispatched();
        this.since = command.since();
        registerEvent(new PostTaken(id, place, track, role, since));
    }

    void end(PostEnding how, LocalDate on, String reason) {
        if (endedOn != null) {
            throw new PostRefused("on", "ended", endedOn);
        }
        if (on.isBefore(since)) {
            throw new PostRefused("on", "before", since);
        }
        if (!how.endsPostsOf(track)) {
            throw new PostRefused("ending", "not-lawful");
        }
        endedOn = on;
        suspendedUntil = null;
        suspendedSince = null;
        suspendedBy = null;
        ending = how;
        endedReason = reason;
        registerEvent(new PostEnded(id, place, how, on));
    }

    /** Elected members of the villagers' committee are suspended by nobody above. */
    void suspend(UUID by, LocalDate since, LocalDate until) {
        if (track != Track.PARTY) {
            throw new PostRefused("track", "not-lawful");
        }
        suspendedSince = suspendedSince == null ? since : suspendedSince;
        suspendedUntil = until;
        suspendedBy = by;
        registerEvent(new PostSuspended(id, place, since, until));
    }

    void restore() {
        suspendedSince = null;
        suspendedUntil = null;
        suspendedBy = null;
        registerEvent(new PostRestored(id, place));
    }

    PostId getId() {
        return id;
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    PersonId getPerson() {
        return person;
    }

    Track getTrack() {
        return track;
    }
}
