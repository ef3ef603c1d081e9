package io.qiangcun.party.contact;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.people.EnterHousehold;
import io.qiangcun.core.people.HouseholdId;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.PartyAuthorities;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over households and who looks after them from a list: all lines, or none. */
@Service
@Transactional
public class ContactTakeover {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_CONTACTS + "')";
    /** From here on the database looks at its tables anew before it plans. */
    private static final int MANY = 1000;

    private final PeopleService people;
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ContactTakeover(
            PeopleService people,
            JdbcClient database,
            JdbcTemplate batches,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.database = database;
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One household of a list.
     *
     * @param line where it stands in the list
     * @param number of the household within the village
     * @param address empty where it is not said
     * @param keeper who keeps contact, if anybody does
     */
    public record Entry(
            int line,
            PlaceCode village,
            String number,
            String address,
            @Nullable PlaceCode grid,
            @Nullable PersonId keeper,
            LocalDate since) {

        private Home home() {
            return new Home(village.value(), number);
        }
    }

    /** A member that a list may name. */
    public record Named(UUID personId, String placeCode, String name) {}

    private record Home(String placeCode, String number) {}

    private record Kept(
            UUID householdId,
            String placeCode,
            String number,
            @Nullable UUID personId,
            @Nullable LocalDate last) {}

    /** The members a list of the jurisdiction may name. */
    @PreAuthorize(MAY_WRITE)
    @Transactional(readOnly = true)
    public List<Named> members(Jurisdiction jurisdiction) {
        return database.sql("""
                select m.person_id, m.place_code, h.name from party_member m join person h on h.person_id = m.person_id
                where m.ended_on is null and m.place_code >= :lo and m.place_code < :hi
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Named.class)
                .list();
    }

    /** What is wrong with which line; nothing if all could be entered. */
    @PreAuthorize(MAY_WRITE)
    @Transactional(readOnly = true)
    public Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        return problems(entries, known(jurisdiction));
    }

    /** Enters all if nothing is wrong, else says what is. */
    @PreAuthorize(MAY_WRITE)
    public Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        var problems = problems(entries, known(jurisdiction));
        if (problems.isEmpty()) {
            enter(jurisdiction, actor, entries);
        }
        return problems;
    }

    private void enter(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        people.enterHouseholds(
                jurisdiction,
                actor,
                entries.stream()
                        .map(entry -> new EnterHousehold(
                                HouseholdId.next(), entry.village(), entry.number(), entry.address(), entry.grid()))
                        .toList());
        if (entries.size() > MANY) {
            database.sql("call refresh_statistics(array['household'])").update();
        }
        var kept = entries.stream().filter(entry -> entry.keeper() != null).toList();
        for (var from = 0; from < kept.size(); from += MANY) {
            keep(actor, kept.subList(from, Math.min(from + MANY, kept.size())));
        }
        if (!entries.isEmpty()) {
            events.publishEvent(new ContactsTakenOver(entries.size(), kept.size(), jurisdiction.root()));
        }
    }

    /** A round of visits that was written down before. */
    public record PastVisit(
            UUID id, PlaceCode place, LocalDate on, PersonId visitor, String name, String subject, int households) {}

    /** Rounds of visits that were written down before, with how many households each reached. */
    public void visitsBefore(Actor actor, List<PastVisit> visits) {
        var at = Timestamp.from(clock.instant());
        batches.batchUpdate("""
                insert into party_contact_visit (visit_id, place_code, visited_on, person_id, visitor, subject, households,
                  note, asked, recorded_at, recorded_by, recorded_by_person)
                values (?, ?, cast(? as date), ?, ?, ?, ?, '', '', ?, ?, ?)
                """, visits, MANY, (row, visit) -> {
            row.setObject(1, visit.id());
            row.setString(2, visit.place().value());
            row.setString(3, visit.on().toString());
            row.setObject(4, visit.visitor().value());
            row.setString(5, visit.name());
            row.setString(6, visit.subject());
            row.setInt(7, visit.households());
            row.setTimestamp(8, at);
            row.setString(9, actor.login());
            row.setString(10, actor.holder());
        });
    }

    private void keep(Actor actor, List<Entry> kept) {
        database.sql("""
                insert into party_contact (contact_id, place_code, household_id, person_id, since, recorded_at, recorded_by,
                  recorded_by_person)
                select gen_random_uuid(), f.place_code, f.household_id, k.person_id, k.since, :at, :login, :holder
                from unnest(:places::text[], :numbers::text[], :keepers::uuid[], :days::date[])
                    as k (place_code, number, person_id, since)
                  join household f on f.place_code = k.place_code and f.number = k.number
                on conflict do nothing
                """)
                .param("at", OffsetDateTime.now(clock))
                .param("login", actor.login())
                .param("holder", actor.holder())
                .param("places", texts(kept, entry -> entry.village().value()))
                .param("numbers", texts(kept, Entry::number))
                .param("keepers", texts(kept, entry -> String.valueOf(entry.keeper())))
                .param("days", texts(kept, entry -> entry.since().toString()))
                .update();
    }

    private static String[] texts(List<Entry> entries, Function<Entry, String> text) {
        return entries.stream().map(text).toArray(String[]::new);
    }

    private static Map<Integer, List<Problem>> problems(List<Entry> entries, Map<Home, Kept> known) {
        var problems = new LinkedHashMap<Integer, List<Problem>>();
        var seen = new HashSet<Home>();
        for (var entry : entries) {
            var found = new ArrayList<Problem>();
            if (!seen.add(entry.home())) {
                found.add(Problem.of("number", "party.contact.import.twice", entry.number()));
            }
            var kept = known.get(entry.home());
            var keeper = entry.keeper();
            if (kept != null && keeper != null) {
                if (kept.personId() != null && !kept.personId().equals(keeper.value())) {
                    found.add(Problem.of("keeper", "party.contact.refused.taken"));
                } else if (kept.personId() == null
                        && kept.last() != null
                        && entry.since().isBefore(kept.last())) {
                    found.add(Problem.of("since", "party.contact.refused.overlaps"));
                }
            }
            if (!found.isEmpty()) {
                problems.put(entry.line(), found);
            }
        }
        return problems;
    }

    private Map<Home, Kept> known(Jurisdiction jurisdiction) {
        return database
                .sql("""
                select f.household_id, f.place_code, f.number, c.person_id, e.last
                from household f
                  left join party_contact c on c.household_id = f.household_id and c.ended_on is null
                  left join (select household_id, max(ended_on) as last from party_contact
                    where place_code >= :lo and place_code < :hi group by household_id) e on e.household_id = f.household_id
                where f.place_code >= :lo and f.place_code < :hi
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Kept.class)
                .list()
                .stream()
                .collect(Collectors.toMap(kept -> new Home(kept.placeCode(), kept.number()), kept -> kept));
    }
}
