package io.qiangcun.party.post;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PersonNotFound;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceNotFound;
import io.qiangcun.party.PartyAuthorities;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills and ends posts. */
@Service
@Transactional
public class PostService {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_POSTS + "')";
    private static final int ROWS = 1000;

    private final Posts posts;
    private final StructureQueries queries;
    private final PeopleQueries people;
    private final JdbcTemplate database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PostService(
            Posts posts,
            StructureQueries queries,
            PeopleQueries people,
            JdbcTemplate database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.posts = posts;
        this.queries = queries;
        this.people = people;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Sent a second time, the same command changes nothing. */
    @PreAuthorize(MAY_WRITE)
    public void take(Jurisdiction jurisdiction, TakePost command) {
        if (posts.findById(command.id(), jurisdiction).isPresent()) {
            return;
        }
        if (queries.village(jurisdiction, command.place()).isEmpty()) {
            throw new PlaceNotFound(command.place());
        }
        var person = people.briefs(jurisdiction, List.of(command.person())).stream()
                .findFirst()
                .orElseThrow(() -> new PersonNotFound(command.person()));
        if (!person.here()) {
            throw new PostRefused("person", "gone");
        }
        requirePast("since", command.since());
        try {
            posts.saveAndFlush(new Post(command));
        } catch (DataIntegrityViolationException e) {
            var message = String.valueOf(e.getMessage());
            if (message.contains("party_post_head_key")) {
                throw new PostRefused("role", "head-taken");
            }
            if (message.contains("party_post_once_key")) {
                throw new PostRefused("person", "already-in-it");
            }
            throw e;
        }
    }

    @PreAuthorize(MAY_WRITE)
    public void end(Jurisdiction jurisdiction, PostId id, long version, PostEnding how, LocalDate on, String reason) {
        var post = posts.findById(id, jurisdiction).orElseThrow(() -> new PostNotFound(id));
        if (!Objects.equals(post.getVersion(), version)) {
            throw new PostStale();
        }
        requirePast("on", on);
        post.end(how, on, reason);
        posts.saveAndFlush(post);
    }

    /** What a case decided about the posts that somebody holds in the Party's committee of the place. */
    void suspendDecided(PlaceCode place, PersonId person, UUID by, LocalDate since, LocalDate until) {
        decided(place, person, post -> post.suspend(by, since, until));
    }

    void restoreDecided(PlaceCode place, PersonId person) {
        decided(place, person, Post::restore);
    }

    void endDecided(PlaceCode place, PersonId person, LocalDate on, String reason) {
        decided(place, person, post -> post.end(PostEnding.REMOVED, on, reason));
    }

    /** A case that is given up leaves nobody suspended. */
    void restoreAbandoned(PlaceCode place, UUID by) {
        posts.findAll(
                        Jurisdiction.within(place),
                        (root, query, cb) -> cb.equal(root.get("suspendedBy"), by),
                        Pageable.unpaged())
                .forEach(post -> {
                    post.restore();
                    posts.saveAndFlush(post);
                });
    }

    private void decided(PlaceCode place, PersonId person, Consumer<Post> change) {
        posts.findAll(
                        Jurisdiction.within(place),
                        (root, query, cb) -> cb.and(
                                cb.equal(root.get("person").get("value"), person.value()),
                                cb.equal(root.get("track"), Track.PARTY),
                                cb.isNull(root.get("endedOn"))),
                        Pageable.unpaged())
                .forEach(post -> {
                    change.accept(post);
                    posts.saveAndFlush(post);
                });
    }

    /**
     * Enters many posts at once from an earlier list that was checked before. For imports and the demonstration: no page
     * reaches it, so it asks for no authority; the fence of the database still holds.
     */
    public void takenBefore(Jurisdiction jurisdiction, Actor actor, List<TakePost> commands) {
        if (commands.isEmpty()) {
            return;
        }
        if (!commands.stream().allMatch(command -> jurisdiction.covers(command.place()))) {
            throw new IllegalArgumentException("A post lies outside " + jurisdiction);
        }
        var at = Timestamp.from(clock.instant());
        database.batchUpdate("""
                insert into party_post (post_id, version, created_at, created_by, changed_at, changed_by,
                  place_code, person_id, track, role, dispatched, since)
                values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, commands, ROWS, (row, command) -> {
            row.setObject(1, command.id().value());
            row.setTimestamp(2, at);
            row.setString(3, actor.login());
            row.setTimestamp(4, at);
            row.setString(5, actor.login());
            row.setString(6, command.place().value());
            row.setObject(7, command.person().value());
            row.setString(8, command.track().name());
            row.setString(9, command.role().name());
            row.setBoolean(10, command.dispatched());
            row.setObject(11, command.since());
        });
        events.publishEvent(new PostsTakenOver(commands.get(0).place().county(), commands.size()));
    }

    private void requirePast(String field, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new PostRefused(field, "in-the-future");
        }
    }
}
