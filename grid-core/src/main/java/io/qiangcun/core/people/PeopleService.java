package io.qiangcun.core.people;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records persons and what becomes of them. */
@Service
@Transactional
public class PeopleService {

    private static final String MAY_WRITE = "hasAuthority('" + PeopleAuthorities.WRITE + "')";

    private final People people;
    private final Households households;
    private final PeopleQueries queries;
    private final PersonBatch batch;
    private final PeopleCipher cipher;
    private final PlaceTree places;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PeopleService(
            People people,
            Households households,
            PeopleQueries queries,
            PersonBatch batch,
            PeopleCipher cipher,
            PlaceTree places,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.households = households;
        this.queries = queries;
        this.batch = batch;
        this.cipher = cipher;
        this.places = places;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Sent a second time, the same command changes nothing. */
    @PreAuthorize(MAY_WRITE)
    public PersonId register(Jurisdiction jurisdiction, RegisterPerson command) {
        if (people.findById(command.id(), jurisdiction).isPresent()) {
            return command.id();
        }
        var place = places.require(command.place(), jurisdiction).code();
        requirePast("bornOn", command.details().bornOn());
        requireFree(command.identityNumber(), command.id());
        if (!command.notTheSame()) {
            var similar = queries.similar(jurisdiction, command.details(), command.id())
                    .size();
            if (similar > 0) {
                throw PersonRefused.possiblyRecorded(similar);
            }
        }
        var household = householdIn(jurisdiction, place, command.household());
        save(new Person(command, household, cipher));
        return command.id();
    }

    @PreAuthorize(MAY_WRITE)
    public void correct(Jurisdiction jurisdiction, CorrectPerson command) {
        var person = find(jurisdiction, command.person(), command.version());
        requirePast("bornOn", command.details().bornOn());
        requireConsistent(person, command);
        requireFree(command.identityNumber(), command.person());
        var household = householdIn(jurisdiction, person.placeCode(), command.household());
        person.correct(command, household, cipher);
        save(person);
    }

    /** At once where the jurisdiction covers both places; else the other place has to take the person in. */
    @PreAuthorize(MAY_WRITE)
    public void move(Jurisdiction jurisdiction, PersonId id, long version, PlaceCode to) {
        var person = find(jurisdiction, id, version);
        if (jurisdiction.covers(to)) {
            person.moveTo(places.require(to, jurisdiction).code());
        } else if (queries.isPlaceOfTheSameCounty(person.placeCode(), to)) {
            person.handOver(to);
        } else {
            throw PersonRefused.placeUnknown();
        }
        people.saveAndFlush(person);
    }

    /** Takes in whom another place has handed over. */
    @PreAuthorize(MAY_WRITE)
    public void receive(Jurisdiction jurisdiction, Actor actor, PersonId id) {
        var coming = queries.coming(jurisdiction, id).orElseThrow(() -> new PersonNotFound(id));
        database.sql("""
                update person set place_code = moving_to, moving_to = null, household_id = null,
                  version = version + 1, changed_at = :at, changed_by = :by
                where person_id = :id and moving_to >= :lo and moving_to < :hi
                """)
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.login())
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        events.publishEvent(new PersonReceived(id, coming.to(), coming.from()));
    }

    @PreAuthorize(MAY_WRITE)
    public void leave(Jurisdiction jurisdiction, PersonId id, long version, LocalDate on, String to) {
        var person = find(jurisdiction, id, version);
        requirePast("on", on);
        person.leave(on, to);
        people.saveAndFlush(person);
    }

    @PreAuthorize(MAY_WRITE)
    public void recordDeath(Jurisdiction jurisdiction, PersonId id, long version, LocalDate on) {
        var person = find(jurisdiction, id, version);
        requirePast("on", on);
        person.die(on);
        people.saveAndFlush(person);
    }

    @PreAuthorize(MAY_WRITE)
    public void takeBack(Jurisdiction jurisdiction, PersonId id, long version, String reason) {
        var person = find(jurisdiction, id, version);
        person.takeBack(reason);
        people.saveAndFlush(person);
    }

    /** One encrypted field, once; the reason goes into the trail, the value does not. */
    @PreAuthorize("hasAuthority('" + PeopleAuthorities.REVEAL + "')")
    public Optional<String> reveal(Jurisdiction jurisdiction, PersonId id, SecretField field, String reason) {
        var person = people.findById(id, jurisdiction).orElseThrow(() -> new PersonNotFound(id));
        var secret = person.secret(field);
        if (secret == null) {
            return Optional.empty();
        }
        person.reveal(field, reason);
        people.saveAndFlush(person);
        return Optional.of(cipher.decrypt(field, id, secret));
    }

    @PreAuthorize(MAY_WRITE)
    public void correctHousehold(
            Jurisdiction jurisdiction, HouseholdId id, long version, String address, @Nullable PlaceCode grid) {
        var household = households.findById(id, jurisdiction).orElseThrow(() -> new HouseholdNotFound(id));
        if (!Objects.equals(household.getVersion(), version)) {
            throw new HouseholdStale();
        }
        if (grid != null) {
            places.require(grid, jurisdiction);
        }
        household.correct(address, grid);
        households.saveAndFlush(household);
    }

    /**
     * Enters many persons at once, into households that are known, from an earlier list that was checked before. For imports
     * and the demonstration: no page reaches it, so it asks for no authority; the fence of the database still holds.
     */
    public void registerAll(Jurisdiction jurisdiction, Actor actor, List<RegisterPerson> commands) {
        if (commands.isEmpty()) {
            return;
        }
        if (!commands.stream().allMatch(command -> jurisdiction.covers(command.place()))) {
            throw new IllegalArgumentException("A person lies outside " + jurisdiction);
        }
        batch.insert(commands, Recorded.by(actor, clock.instant()));
        events.publishEvent(new PeopleTakenOver(commands.get(0).place().county(), commands.size()));
    }

    /**
     * Enters households from a list that was checked before, or says where those live that are known; who lives in them
     * is another matter. For imports that ask for their own authority and for the demonstration.
     */
    public void enterHouseholds(Jurisdiction jurisdiction, Actor actor, List<EnterHousehold> commands) {
        if (commands.isEmpty()) {
            return;
        }
        if (!commands.stream().allMatch(command -> jurisdiction.covers(command.place()))) {
            throw new IllegalArgumentException("A household lies outside " + jurisdiction);
        }
        batch.insertHouseholds(commands, Recorded.by(actor, clock.instant()));
        events.publishEvent(new HouseholdsTakenOver(commands.get(0).place().county(), commands.size()));
    }

    private Person find(Jurisdiction jurisdiction, PersonId id, long version) {
        var person = people.findById(id, jurisdiction).orElseThrow(() -> new PersonNotFound(id));
        if (!Objects.equals(person.getVersion(), version)) {
            throw new PersonStale();
        }
        return person;
    }

    /** Who is recorded where the jurisdiction does not reach is found by the database alone. */
    private void save(Person person) {
        try {
            people.saveAndFlush(person);
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMessage()).contains("person_identity_key")) {
                throw PersonRefused.identityNumberTaken();
            }
            throw e;
        }
    }

    private @Nullable HouseholdId householdIn(Jurisdiction jurisdiction, PlaceCode place, @Nullable String number) {
        if (number == null) {
            return null;
        }
        return queries.household(jurisdiction, place, number)
                .orElseGet(() ->
                        households.saveAndFlush(new Household(place, number)).getId());
    }

    /** An identity number that stays must still fit what is said now. */
    private void requireConsistent(Person person, CorrectPerson command) {
        var kept = person.secret(SecretField.IDENTITY_NUMBER);
        if (kept != null && command.identityNumber() == null && !command.forgetIdentityNumber()) {
            var number = new IdentityNumber(cipher.decrypt(SecretField.IDENTITY_NUMBER, person.getId(), kept));
            if (!number.bornOn().equals(command.details().bornOn())) {
                throw PersonRefused.contradictsIdentityNumber("bornOn", number.bornOn());
            }
            if (number.sex() != command.details().sex()) {
                throw PersonRefused.contradictsIdentityNumber("sex", number.bornOn());
            }
        }
    }

    private void requireFree(@Nullable IdentityNumber number, PersonId except) {
        if (number != null && queries.isRecorded(number, except)) {
            throw PersonRefused.identityNumberTaken();
        }
    }

    private void requirePast(String field, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw PersonRefused.inTheFuture(field);
        }
    }
}
