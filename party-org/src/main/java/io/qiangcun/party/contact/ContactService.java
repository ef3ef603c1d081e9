package io.qiangcun.party.contact;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.people.HouseholdId;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.party.PartyAuthorities;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records who keeps contact with which household, and visits. Nothing is deleted. */
@Service
@Transactional
public class ContactService {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_CONTACTS + "')";

    private final ContactQueries queries;
    private final PlaceTree places;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ContactService(
            ContactQueries queries,
            PlaceTree places,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.queries = queries;
        this.places = places;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** The same form sent twice assigns once; a household that somebody else has is not taken from him. */
    @PreAuthorize(MAY_WRITE)
    public void assign(
            Jurisdiction jurisdiction,
            Actor actor,
            PlaceCode place,
            @Nullable PersonId member,
            List<HouseholdId> households,
            @Nullable LocalDate since) {
        var here = Jurisdiction.within(places.require(place, jurisdiction).code());
        if (households.isEmpty()) {
            throw new ContactRefused("households", "no-household");
        }
        if (member == null || !queries.isMember(here, member)) {
            throw new ContactRefused("member", "not-a-member");
        }
        if (since == null || since.isAfter(today())) {
            throw new ContactRefused("since", since == null ? "no-day" : "future");
        }
        if (queries.isKeptByAnother(here, member, households)) {
            throw new ContactRefused("households", "taken");
        }
        var assigned = insert(here, actor, member, households, since);
        if (assigned > 0) {
            events.publishEvent(new HouseholdsAssigned(member, assigned, place));
        }
    }

    /** Two who assign the same household at the same moment meet the constraint of the database. */
    private int insert(Jurisdiction here, Actor actor, PersonId member, List<HouseholdId> households, LocalDate since) {
        try {
            return database.sql("""
                    insert into party_contact (contact_id, place_code, household_id, person_id, since,
                      recorded_at, recorded_by, recorded_by_person)
                    select gen_random_uuid(), f.place_code, f.household_id, :person, :since, :at, :login, :holder
                    from household f
                    where f.household_id in (:households) and f.place_code >= :lo and f.place_code < :hi
                      and not exists (select from party_contact c
                        where c.household_id = f.household_id and c.ended_on is null)
                    """)
                    .param("person", member.value())
                    .param("since", since)
                    .param("at", OffsetDateTime.now(clock))
                    .param("login", actor.login())
                    .param("holder", actor.holder())
                    .param("households", ids(households))
                    .param("lo", here.lo())
                    .param("hi", here.hi())
                    .update();
        } catch (DataIntegrityViolationException taken) {
            throw new ContactRefused("since", "overlaps");
        }
    }

    /** Ends the contact of one with some of his households. */
    @PreAuthorize(MAY_WRITE)
    public void end(
            Jurisdiction jurisdiction,
            Actor actor,
            PlaceCode place,
            PersonId keeper,
            List<HouseholdId> households,
            @Nullable LocalDate on,
            String reason) {
        var here = Jurisdiction.within(places.require(place, jurisdiction).code());
        if (households.isEmpty()) {
            throw new ContactRefused("households", "no-household");
        }
        if (on == null || on.isAfter(today())) {
            throw new ContactRefused("on", on == null ? "no-day" : "future");
        }
        if (reason.isBlank()) {
            throw new ContactRefused("reason", "no-reason");
        }
        if (queries.beganAfter(here, keeper, households, on)) {
            throw new ContactRefused("on", "before-it-began");
        }
        var ended = database.sql("""
                update party_contact set ended_on = :on, ended_reason = :reason, ended_by = :login, ended_by_person = :holder
                where person_id = :person and household_id in (:households) and ended_on is null
                  and place_code >= :lo and place_code < :hi
                """)
                .param("on", on)
                .param("reason", reason)
                .param("login", actor.login())
                .param("holder", actor.holder())
                .param("person", keeper.value())
                .param("households", ids(households))
                .param("lo", here.lo())
                .param("hi", here.hi())
                .update();
        if (ended > 0) {
            events.publishEvent(new ContactsEnded(keeper, ended, reason, place));
        }
    }

    /** That the member wants his telephone number on the card, or wants it no longer. */
    @PreAuthorize(MAY_WRITE)
    public void showPhone(Jurisdiction jurisdiction, Actor actor, PlaceCode place, PersonId member, boolean wanted) {
        var here = Jurisdiction.within(places.require(place, jurisdiction).code());
        if (!queries.isMember(here, member)) {
            throw new KeeperNotFound(member);
        }
        var sql = wanted ? """
                insert into party_contact_phone (person_id, place_code, agreed_at, agreed_by)
                values (:person, :place, :at, :login) on conflict do nothing
                """ : """
                update party_contact_phone set withdrawn_at = :at, withdrawn_by = :login
                where person_id = :person and withdrawn_at is null and place_code = :place
                """;
        var changed = database.sql(sql)
                .param("person", member.value())
                .param("place", place.value())
                .param("at", OffsetDateTime.now(clock))
                .param("login", actor.login())
                .update();
        if (changed > 0) {
            events.publishEvent(wanted ? new PhoneAgreed(member, place) : new PhoneWithdrawn(member, place));
        }
    }

    /** The same form sent twice records one visit. */
    @PreAuthorize(MAY_WRITE)
    public VisitId visit(Jurisdiction jurisdiction, Actor actor, RecordVisit command) {
        var here = Jurisdiction.within(
                places.require(command.place(), jurisdiction).code());
        if (command.on().isAfter(today())) {
            throw new ContactRefused("on", "future");
        }
        var visitor = queries.visitor(jurisdiction, command.place(), command.visitor())
                .orElseThrow(() -> new ContactRefused("visitor", "visitor-unknown"));
        var count = command.count();
        if (command.named().isEmpty() && (count == null || count < 1)) {
            throw new ContactRefused("count", "nobody-visited");
        }
        if (!command.named().isEmpty()
                && count != null
                && count != command.named().size()) {
            throw new ContactRefused("count", "counts-differ", command.named().size());
        }
        var households = count == null ? command.named().size() : count;
        if (!queries.isSubject(command.subject())) {
            throw new ContactRefused("subject", "no-subject");
        }
        if (insert(actor, command, visitor, households) > 0) {
            name(here, command);
            events.publishEvent(new VisitRecorded(command.id(), visitor, households, command.place()));
        }
        return command.id();
    }

    private int insert(Actor actor, RecordVisit command, String visitor, int households) {
        return database.sql("""
                insert into party_contact_visit (visit_id, place_code, visited_on, person_id, visitor, subject, households,
                  note, asked, recorded_at, recorded_by, recorded_by_person)
                values (:id, :place, :on, :person, :visitor, :subject, :households, :note, :asked, :at, :login, :holder)
                on conflict (visit_id) do nothing
                """)
                .param("id", command.id().value())
                .param("place", command.place().value())
                .param("on", command.on())
                .param("person", command.visitor().value())
                .param("visitor", visitor)
                .param("subject", command.subject())
                .param("households", households)
                .param("note", command.note())
                .param("asked", command.asked())
                .param("at", OffsetDateTime.now(clock))
                .param("login", actor.login())
                .param("holder", actor.holder())
                .update();
    }

    private void name(Jurisdiction here, RecordVisit command) {
        if (!command.named().isEmpty()) {
            var named = database.sql("""
                    insert into party_contact_visited (visit_id, household_id, place_code)
                    select :id, f.household_id, f.place_code from household f
                    where f.household_id in (:households) and f.place_code >= :lo and f.place_code < :hi
                    """)
                    .param("id", command.id().value())
                    .param("households", ids(command.named()))
                    .param("lo", here.lo())
                    .param("hi", here.hi())
                    .update();
            if (named != command.named().size()) {
                throw new ContactRefused("households", "household-unknown");
            }
        }
    }

    /** Of one that was recorded by mistake: it stays to be seen and counts no more. */
    @PreAuthorize(MAY_WRITE)
    public void withdraw(Jurisdiction jurisdiction, Actor actor, VisitId id, String reason) {
        var visit = queries.visit(jurisdiction, id);
        if (reason.isBlank()) {
            throw new ContactRefused("reason", "no-reason");
        }
        var withdrawn = database.sql("""
                update party_contact_visit set withdrawn_at = :at, withdrawn_by = :login, withdrawn_reason = :reason
                where visit_id = :id and withdrawn_at is null and place_code >= :lo and place_code < :hi
                """)
                .param("at", OffsetDateTime.now(clock))
                .param("login", actor.login())
                .param("reason", reason)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        if (withdrawn > 0) {
            events.publishEvent(new VisitWithdrawn(id, reason, new PlaceCode(visit.placeCode())));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static List<UUID> ids(List<HouseholdId> households) {
        return households.stream().map(HouseholdId::value).toList();
    }
}
