package io.qiangcun.economy.help;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.economy.EconomyAuthorities;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists weak villages and takes them off the list, and says who helps them. */
@Service
@Transactional
public class HelpService {

    private static final String MAY_ASSIGN = "hasAuthority('" + EconomyAuthorities.ASSIGN_HELP + "')";

    private final PlaceTree places;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HelpService(PlaceTree places, JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.places = places;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** The same form sent twice lists once. */
    @PreAuthorize(MAY_ASSIGN)
    public void list(Jurisdiction jurisdiction, Actor actor, ListVillage command) {
        requireVillage(jurisdiction, command.village(), null);
        requirePast("on", command.on());
        var before = lastListing(jurisdiction, command.village());
        if (before.filter(one -> one.listingId().equals(command.id())).isPresent()) {
            return;
        }
        before.ifPresent(one -> {
            if (one.unlistedOn() == null) {
                throw new HelpRefused(null, "listed-already", one.listedOn());
            }
            if (command.on().isBefore(one.unlistedOn())) {
                throw new HelpRefused("on", "still-listed", one.unlistedOn());
            }
        });
        var recorded = Recorded.by(actor, clock.instant());
        try {
            database.sql("""
                    insert into economy_weak_village (listing_id, place_code, listed_on, reason, document, unlisted_reason,
                      recorded_at, recorded_by, recorded_by_person)
                    values (:id, :place, :on, :reason, :document, '', :at, :by, :person)
                    """)
                    .param("id", command.id())
                    .param("place", command.village().value())
                    .param("on", command.on())
                    .param("reason", command.reason())
                    .param("document", command.document())
                    .param("at", recorded.at().atOffset(ZoneOffset.UTC))
                    .param("by", recorded.post())
                    .param("person", recorded.person())
                    .update();
        } catch (DuplicateKeyException meanwhile) {
            throw new HelpStale(command.reason());
        }
        events.publishEvent(new VillageListed(command.on(), command.reason(), command.village()));
    }

    /** Whoever helps goes on helping until he is ended: some are helped for a while after they stand on their own. */
    @PreAuthorize(MAY_ASSIGN)
    public void unlist(Jurisdiction jurisdiction, PlaceCode village, LocalDate on, String reason) {
        requireVillage(jurisdiction, village, null);
        requirePast("on", on);
        var listing = lastListing(jurisdiction, village)
                .filter(one -> one.unlistedOn() == null)
                .orElseThrow(() -> new HelpStale(reason));
        if (on.isBefore(listing.listedOn())) {
            throw new HelpRefused("on", "before-listing", listing.listedOn());
        }
        var done = scoped(jurisdiction, """
                update economy_weak_village set unlisted_on = :on, unlisted_reason = :reason
                where listing_id = :id and unlisted_on is null and place_code >= :lo and place_code < :hi
                """)
                .param("on", on)
                .param("reason", reason)
                .param("id", listing.listingId())
                .update();
        if (done == 0) {
            throw new HelpStale(reason);
        }
        events.publishEvent(new VillageUnlisted(on, reason, village));
    }

    /** The same form sent twice assigns once. */
    @PreAuthorize(MAY_ASSIGN)
    public void assign(Jurisdiction jurisdiction, Actor actor, AssignHelper command) {
        requireVillage(jurisdiction, command.village(), null);
        requirePast("from", command.from());
        if (knows(jurisdiction, command.id())) {
            return;
        }
        var helping = command.helping();
        if (helping != null) {
            requireVillage(jurisdiction, helping, "helping");
            if (helping.equals(command.village())) {
                throw new HelpRefused("helping", "helps-itself");
            }
            if (isWeak(jurisdiction, helping)) {
                throw new HelpRefused("helping", "weak-helps");
            }
        }
        if (command.main()) {
            replace(jurisdiction, command);
        }
        var recorded = Recorded.by(actor, clock.instant());
        try {
            database.sql("""
                    insert into economy_helper (helper_id, place_code, kind, main, name, post, helping_place, duties, from_on,
                      ended_reason, recorded_at, recorded_by, recorded_by_person)
                    values (:id, :place, :kind, :main, :name, :post, :helping, :duties, :from, '', :at, :by, :person)
                    """)
                    .param("id", command.id().value())
                    .param("place", command.village().value())
                    .param("kind", command.kind().name())
                    .param("main", command.main())
                    .param("name", command.name().strip())
                    .param("post", command.post())
                    .param("helping", helping == null ? null : helping.value())
                    .param("duties", command.duties())
                    .param("from", command.from())
                    .param("at", recorded.at().atOffset(ZoneOffset.UTC))
                    .param("by", recorded.post())
                    .param("person", recorded.person())
                    .update();
        } catch (DuplicateKeyException meanwhile) {
            throw new HelpStale(command.name());
        }
        events.publishEvent(new HelperAssigned(command.id(), command.kind(), command.name(), command.village()));
    }

    /** One main helper at a time: the one before ends on the day the next begins. */
    private void replace(Jurisdiction jurisdiction, AssignHelper command) {
        var last = scoped(jurisdiction, """
                select helper_id, name, from_on, ended_on from economy_helper
                where place_code = :village and main and place_code >= :lo and place_code < :hi
                order by coalesce(ended_on, 'infinity'::date) desc limit 1
                """)
                .param("village", command.village().value())
                .query(Term.class)
                .optional();
        last.ifPresent(term -> {
            var free = term.endedOn() == null ? term.fromOn() : term.endedOn();
            if (command.from().isBefore(free)) {
                throw new HelpRefused("from", "helped-then", term.name(), free);
            }
            if (term.endedOn() == null) {
                end(jurisdiction, term, command.village(), command.from(), command.name());
            }
        });
    }

    private record Term(
            UUID helperId,
            String name,
            LocalDate fromOn,
            @Nullable LocalDate endedOn) {}

    @PreAuthorize(MAY_ASSIGN)
    public void end(Jurisdiction jurisdiction, PlaceCode village, HelperId id, LocalDate on, String reason) {
        requireVillage(jurisdiction, village, null);
        requirePast("on", on);
        var term = scoped(jurisdiction, """
                select helper_id, name, from_on, ended_on from economy_helper
                where helper_id = :id and place_code = :village and place_code >= :lo and place_code < :hi
                """)
                .param("id", id.value())
                .param("village", village.value())
                .query(Term.class)
                .optional()
                .orElseThrow(() -> new HelperNotFound(id));
        if (term.endedOn() != null) {
            throw new HelpStale(term.name());
        }
        if (on.isBefore(term.fromOn())) {
            throw new HelpRefused("on", "before-helping", term.fromOn());
        }
        end(jurisdiction, term, village, on, reason);
    }

    private void end(Jurisdiction jurisdiction, Term term, PlaceCode village, LocalDate on, String reason) {
        var done = scoped(jurisdiction, """
                update economy_helper set ended_on = :on, ended_reason = :reason
                where helper_id = :id and ended_on is null and place_code >= :lo and place_code < :hi
                """)
                .param("on", on)
                .param("reason", reason)
                .param("id", term.helperId())
                .update();
        if (done == 0) {
            throw new HelpStale(term.name());
        }
        events.publishEvent(new HelperEnded(new HelperId(term.helperId()), term.name(), reason, village));
    }

    /**
     * A line of a sheet.
     *
     * @param helper null where nobody helps yet
     */
    public record Entry(
            int line, ListVillage listing, @Nullable AssignHelper helper) {}

    /** All of a sheet or none; what is wrong, by line. */
    @PreAuthorize(MAY_ASSIGN)
    public Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        var known = new HashSet<>(scoped(jurisdiction, """
                select listing_id from economy_weak_village where place_code >= :lo and place_code < :hi
                """).query(UUID.class).list());
        var fresh = entries.stream()
                .filter(entry -> !known.contains(entry.listing().id()))
                .toList();
        var problems = check(jurisdiction, fresh);
        if (problems.isEmpty()) {
            for (var entry : fresh) {
                list(jurisdiction, actor, entry.listing());
                var helper = entry.helper();
                if (helper != null) {
                    assign(jurisdiction, actor, helper);
                }
            }
        }
        return problems;
    }

    @PreAuthorize(MAY_ASSIGN)
    @Transactional(readOnly = true)
    public Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        var listed = new HashSet<>(scoped(jurisdiction, """
                select place_code from economy_weak_village
                where unlisted_on is null and place_code >= :lo and place_code < :hi
                """).query(String.class).list());
        var helped = new HashSet<>(scoped(jurisdiction, """
                select place_code from economy_helper
                where main and ended_on is null and place_code >= :lo and place_code < :hi
                """).query(String.class).list());
        var today = LocalDate.now(clock);
        var problems = new TreeMap<Integer, List<Problem>>();
        for (var entry : entries) {
            var village = entry.listing().village().value();
            var helper = entry.helper();
            if (!listed.add(village)) {
                problems.put(entry.line(), List.of(HelpRefused.at("village", "listed-now")));
            } else if (entry.listing().on().isAfter(today)) {
                problems.put(entry.line(), List.of(HelpRefused.at("on", "ahead")));
            } else if (helper != null && helper.from().isAfter(today)) {
                problems.put(entry.line(), List.of(HelpRefused.at("from", "ahead")));
            } else if (helper != null && helped.contains(village)) {
                problems.put(entry.line(), List.of(HelpRefused.at("village", "helped-now")));
            } else {
                alone(jurisdiction, entry).ifPresent(problem -> problems.put(entry.line(), List.of(problem)));
            }
        }
        return problems;
    }

    /** What the history of a village has against it; most have none. */
    private Optional<Problem> alone(Jurisdiction jurisdiction, Entry entry) {
        try {
            var helper = entry.helper();
            var helping = helper == null ? null : helper.helping();
            if (helping != null && isWeak(jurisdiction, helping)) {
                throw new HelpRefused("helping", "weak-helps");
            }
            lastListing(jurisdiction, entry.listing().village())
                    .map(Listing::unlistedOn)
                    .filter(day -> entry.listing().on().isBefore(day))
                    .ifPresent(day -> {
                        throw new HelpRefused("on", "still-listed", day);
                    });
            return Optional.empty();
        } catch (RuleViolated no) {
            return no.problems().stream().findFirst();
        }
    }

    private record Listing(
            UUID listingId, LocalDate listedOn, @Nullable LocalDate unlistedOn) {}

    private Optional<Listing> lastListing(Jurisdiction jurisdiction, PlaceCode village) {
        return scoped(jurisdiction, """
                select listing_id, listed_on, unlisted_on from economy_weak_village
                where place_code = :village and place_code >= :lo and place_code < :hi
                order by unlisted_on desc nulls first limit 1
                """)
                .param("village", village.value())
                .query(Listing.class)
                .optional();
    }

    private boolean knows(Jurisdiction jurisdiction, HelperId id) {
        return scoped(jurisdiction, """
                select exists (select from economy_helper where helper_id = :id and place_code >= :lo and place_code < :hi)
                """)
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private boolean isWeak(Jurisdiction jurisdiction, PlaceCode village) {
        return scoped(jurisdiction, """
                select exists (select from economy_weak_village
                  where place_code = :village and unlisted_on is null and place_code >= :lo and place_code < :hi)
                """)
                .param("village", village.value())
                .query(Boolean.class)
                .single();
    }

    private void requireVillage(Jurisdiction jurisdiction, PlaceCode code, @Nullable String field) {
        if (places.require(code, jurisdiction).category() != PlaceCategory.VILLAGE) {
            throw new HelpRefused(field, "no-village");
        }
    }

    private void requirePast(String field, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new HelpRefused(field, "ahead");
        }
    }

    private StatementSpec scoped(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }
}
