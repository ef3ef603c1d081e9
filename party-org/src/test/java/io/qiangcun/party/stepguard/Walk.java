package io.qiangcun.party.stepguard;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.PeopleFixtures;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonDetails;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.Sex;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.procedure.CaseDetail;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.CaseQueries;
import io.qiangcun.core.procedure.CaseService;
import io.qiangcun.core.procedure.ProcedureTemplate.SubjectKind;
import io.qiangcun.core.procedure.StartCase;
import io.qiangcun.core.procedure.StepState;
import io.qiangcun.core.procedure.TakeStep;
import io.qiangcun.core.procedure.Tally;
import io.qiangcun.party.member.MemberFixtures;
import io.qiangcun.party.member.MemberQueries;
import io.qiangcun.party.member.MemberService;
import io.qiangcun.party.organisation.OrganisationFixtures;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Walks a case through its steps, each by the account whose move it is, on a clock that moves along. */
@Component
class Walk {

    private final PlaceTree tree;
    private final CaseService service;
    private final CaseQueries queries;
    private final CurrentAccount current;
    private final JdbcClient database;
    private final TestClock clock;
    private final PeopleService people;
    private final OrganisationService organisations;
    private final MemberService members;
    private final MemberQueries memberships;
    private final Map<String, PersonId> known = new ConcurrentHashMap<>();
    private final Map<PlaceCode, OrganisationId> branches = new ConcurrentHashMap<>();
    private final Set<PersonId> enrolled = ConcurrentHashMap.newKeySet();

    Walk(
            PlaceTree tree,
            CaseService service,
            CaseQueries queries,
            CurrentAccount current,
            JdbcClient database,
            TestClock clock,
            PeopleService people,
            OrganisationService organisations,
            MemberService members,
            MemberQueries memberships) {
        this.tree = tree;
        this.service = service;
        this.queries = queries;
        this.current = current;
        this.database = database;
        this.clock = clock;
        this.people = people;
        this.organisations = organisations;
        this.members = members;
        this.memberships = memberships;
    }

    PlaceFixtures county() {
        return PlaceFixtures.plantedIn(tree);
    }

    /** A branch at the place, to which members belong. */
    OrganisationId branch(PlaceCode place) {
        return branches.computeIfAbsent(
                place, any -> OrganisationFixtures.branchIn(organisations, place, "Branch of " + place));
    }

    /** A full member of the branch of the place. */
    PersonId member(PlaceCode place, String name) {
        var branch = branch(place);
        var person = person(place, name);
        if (enrolled.add(person)) {
            MemberFixtures.memberOf(members, place, branch, person);
        }
        return person;
    }

    /** Always the same person of that name in the place, a young one. */
    PersonId person(PlaceCode place, String name) {
        return known.computeIfAbsent(place + name, any -> PeopleFixtures.personIn(people, place, name));
    }

    /** Somebody of a certain age. */
    void born(PlaceCode place, String name, LocalDate on) {
        known.put(
                place + name,
                PeopleFixtures.personIn(
                        people, place, new PersonDetails(name, Sex.FEMALE, on, Education.COLLEGE, null), null));
    }

    /** What membership somebody has, and since when. */
    List<String> standing(PlaceCode place, PersonId person) {
        return at(place, () -> memberships.memberOf(current.jurisdiction(), person).stream()
                .flatMap(id -> memberships.find(current.jurisdiction(), id).stream())
                .map(member ->
                        member.standing() + " " + (member.fullOn() == null ? member.joinedOn() : member.fullOn()))
                .toList());
    }

    Jurisdiction jurisdiction() {
        return current.jurisdiction();
    }

    Actor actor() {
        return current.actor();
    }

    void abandon(CaseId id, PlaceCode by) {
        at(by, () -> {
            service.abandon(
                    current.jurisdiction(),
                    current.actor(),
                    id,
                    queries.show(current.jurisdiction(), id).head().version(),
                    "No more");
            return id;
        });
    }

    void withdraw(CaseId id, PlaceCode by, String step) {
        var acts = show(by, id).actsOn(step);
        at(by, () -> {
            service.withdraw(
                    current.jurisdiction(),
                    current.actor(),
                    id,
                    acts.get(acts.size() - 1).id(),
                    "A slip");
            return id;
        });
    }

    CaseId start(String code, PlaceCode place, String subject, String day) {
        clock.set(LocalDate.parse(day));
        var template = at(place, () -> queries.catalogue(current.jurisdiction())).stream()
                .map(edition -> edition.template())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow();
        var person = template.subject() == SubjectKind.PERSON
                ? person(place, subject).value()
                : null;
        return at(
                template.startedBy().over(place),
                () -> service.start(
                        current.jurisdiction(),
                        current.actor(),
                        new StartCase(CaseId.next(), code, place, person, subject, LocalDate.parse(day))));
    }

    UUID take(CaseId id, PlaceCode place, String step, String day, Map<String, String> evidence) {
        var outcomes = show(place, id).template().step(step).outcomes();
        return take(id, place, step, day, outcomes.get(0).code(), evidence, null, null);
    }

    UUID take(
            CaseId id,
            PlaceCode place,
            String step,
            String day,
            String outcome,
            Map<String, String> evidence,
            @Nullable Tally tally,
            @Nullable LocalDate noticedOn) {
        clock.set(LocalDate.parse(day));
        var by = show(place, id).template().step(step).level().over(place);
        var act = UUID.randomUUID();
        var seen = show(place, id).actsOn(step).size();
        var command =
                new TakeStep(act, seen, step, LocalDate.parse(day), outcome, evidence, tally, noticedOn, null, "");
        at(by, () -> {
            service.take(current.jurisdiction(), current.actor(), id, command, List.of());
            return act;
        });
        return act;
    }

    void close(CaseId id, PlaceCode place, UUID act, String day) {
        clock.set(LocalDate.parse(day));
        at(place, () -> {
            service.close(current.jurisdiction(), current.actor(), id, act, LocalDate.parse(day));
            return act;
        });
    }

    CaseDetail show(PlaceCode place, CaseId id) {
        return at(place, () -> queries.show(current.jurisdiction(), id));
    }

    StepState stateOf(PlaceCode place, CaseId id, String step) {
        return show(place, id).timeLine().line(step).state();
    }

    <T> T at(PlaceCode by, Supplier<T> work) {
        try (var here = SignedIn.here(database, by, null)) {
            return work.get();
        }
    }
}
