package io.qiangcun.party.member;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonBrief;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PersonNotFound;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationNotFound;
import io.qiangcun.party.organisation.OrganisationQueries;
import io.qiangcun.party.organisation.PartyRules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records members and what becomes of their membership. */
@Service
@Transactional
public class MemberService {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_MEMBERS + "')";

    private final Members members;
    private final MemberQueries queries;
    private final MemberLog log;
    private final MemberBatch batch;
    private final OrganisationQueries organisations;
    private final PeopleQueries people;
    private final PeopleService moving;
    private final PartyRules rules;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MemberService(
            Members members,
            MemberQueries queries,
            MemberLog log,
            MemberBatch batch,
            OrganisationQueries organisations,
            PeopleQueries people,
            PeopleService moving,
            PartyRules rules,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.members = members;
        this.queries = queries;
        this.log = log;
        this.batch = batch;
        this.organisations = organisations;
        this.people = people;
        this.moving = moving;
        this.rules = rules;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Sent a second time, the same command changes nothing. */
    @PreAuthorize(MAY_WRITE)
    public MemberId enrol(Jurisdiction jurisdiction, Actor actor, EnrolMember command) {
        return admit(jurisdiction, actor, command);
    }

    /** What the procedure of recruiting decided, with the authority of whoever decided it. */
    MemberId admit(Jurisdiction jurisdiction, Actor actor, EnrolMember command) {
        if (members.findById(command.id(), jurisdiction).isPresent()) {
            return command.id();
        }
        var branch = branch(jurisdiction, command.organisation());
        var person = person(jurisdiction, command.person());
        if (!person.here()) {
            throw MemberRefused.gone();
        }
        requirePast("joinedOn", command.joinedOn());
        if (command.fullOn() != null) {
            requirePast("fullOn", command.fullOn());
        }
        var least = rules.rule("party.member.least-age", today());
        if (command.joinedOn().isBefore(person.bornOn().plusYears(least.wholeNumber()))) {
            throw MemberRefused.tooYoung(least.wholeNumber(), least.basisSource() + least.basisArticle());
        }
        if (queries.isMember(command.person())) {
            throw MemberRefused.alreadyAMember();
        }
        var member = save(new Member(command, branch));
        log(member, MemberChange.ENROLLED, command.joinedOn(), branch.name(), actor);
        return command.id();
    }

    @PreAuthorize(MAY_WRITE)
    public void confirm(Jurisdiction jurisdiction, Actor actor, MemberId id, long version, LocalDate on) {
        change(jurisdiction, actor, id, version, MemberChange.CONFIRMED, on, "", member -> member.confirm(on));
    }

    void confirmDecided(Jurisdiction jurisdiction, Actor actor, PersonId person, LocalDate on) {
        decided(jurisdiction, actor, person, MemberChange.CONFIRMED, on, member -> member.confirm(on));
    }

    void endDecided(Jurisdiction jurisdiction, Actor actor, PersonId person, LocalDate on, String reason) {
        decided(
                jurisdiction,
                actor,
                person,
                MemberChange.ENDED,
                on,
                member -> member.end(Ending.NOT_CONFIRMED, on, reason));
    }

    private void decided(
            Jurisdiction jurisdiction,
            Actor actor,
            PersonId person,
            MemberChange what,
            LocalDate on,
            Consumer<Member> change) {
        var member = queries.memberOf(jurisdiction, person)
                .flatMap(id -> members.findById(id, jurisdiction))
                .orElseThrow(MemberRefused::notHere);
        change.accept(member);
        save(member);
        log(member, what, on, "", actor);
    }

    /** To another branch of the jurisdiction, at once; the person moves along to its place. */
    @PreAuthorize(MAY_WRITE)
    public void transfer(
            Jurisdiction jurisdiction, Actor actor, MemberId id, long version, OrganisationId to, LocalDate on) {
        var branch = branch(jurisdiction, to);
        var member = find(jurisdiction, id, version);
        requirePast("on", on);
        log(member, MemberChange.TRANSFERRED, on, branch.name(), actor);
        var from = member.placeCode();
        member.transfer(branch, on);
        save(member);
        moveAlong(jurisdiction, member.getPerson(), from, branch.place());
    }

    /** To a branch in a place outside the jurisdiction, which has to take the member in. */
    @PreAuthorize(MAY_WRITE)
    public void handOver(
            Jurisdiction jurisdiction, Actor actor, MemberId id, long version, PlaceCode to, LocalDate on) {
        var member = find(jurisdiction, id, version);
        requirePast("on", on);
        member.handOver(to, on);
        save(member);
        log(member, MemberChange.HANDED_OVER, on, nameOf(jurisdiction, to), actor);
        moveAlong(jurisdiction, member.getPerson(), member.placeCode(), to);
    }

    @PreAuthorize(MAY_WRITE)
    public void takeBack(Jurisdiction jurisdiction, Actor actor, MemberId id, long version) {
        change(jurisdiction, actor, id, version, MemberChange.TAKEN_BACK, today(), "", Member::takeBack);
    }

    /** Takes in whom another place has handed over. */
    @PreAuthorize(MAY_WRITE)
    public void receive(Jurisdiction jurisdiction, Actor actor, MemberId id, OrganisationId into, LocalDate on) {
        var coming = queries.coming(jurisdiction, id).orElseThrow(() -> new MemberNotFound(id));
        var branch = branch(jurisdiction, into);
        requirePast("on", on);
        if (on.isBefore(coming.inBranchSince())) {
            throw MemberRefused.before("on", coming.inBranchSince());
        }
        database.sql("""
                update party_member set place_code = :place, organisation_id = :organisation, to_place = null,
                  in_branch_since = :on, version = version + 1, changed_at = :at, changed_by = :by
                where member_id = :id and to_place >= :lo and to_place < :hi
                """)
                .param("place", branch.place().value())
                .param("organisation", into.value())
                .param("on", on)
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.login())
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        log.write(id, branch.place(), into, MemberChange.RECEIVED, on, branch.name(), recordedBy(actor));
        people.incoming(jurisdiction, coming.person()).ifPresent(person -> moving.receive(jurisdiction, actor, person));
        events.publishEvent(new MemberTransferred(id, branch.place(), coming.from(), into));
    }

    @PreAuthorize(MAY_WRITE)
    public void goAway(
            Jurisdiction jurisdiction, Actor actor, MemberId id, long version, LocalDate since, String where) {
        change(
                jurisdiction,
                actor,
                id,
                version,
                MemberChange.FLOATING,
                since,
                where,
                member -> member.goAway(since, where));
    }

    @PreAuthorize(MAY_WRITE)
    public void comeHome(Jurisdiction jurisdiction, Actor actor, MemberId id, long version, LocalDate on) {
        change(jurisdiction, actor, id, version, MemberChange.HOME, on, "", Member::comeHome);
    }

    /** No longer counted among those who are to attend, after the branch has agreed. */
    @PreAuthorize(MAY_WRITE)
    public void exclude(
            Jurisdiction jurisdiction, Actor actor, MemberId id, long version, LocalDate on, String reason) {
        change(jurisdiction, actor, id, version, MemberChange.EXCLUDED, on, reason, member -> member.exclude(reason));
    }

    @PreAuthorize(MAY_WRITE)
    public void include(Jurisdiction jurisdiction, Actor actor, MemberId id, long version, LocalDate on) {
        change(jurisdiction, actor, id, version, MemberChange.INCLUDED, on, "", Member::include);
    }

    /** Stays a member under observation, without vote (留党察看). */
    @PreAuthorize(MAY_WRITE)
    public void observe(
            Jurisdiction jurisdiction, Actor actor, MemberId id, long version, LocalDate since, String reason) {
        change(jurisdiction, actor, id, version, MemberChange.OBSERVED, since, reason, member -> member.observe(since));
    }

    @PreAuthorize(MAY_WRITE)
    public void restore(Jurisdiction jurisdiction, Actor actor, MemberId id, long version, LocalDate on) {
        change(jurisdiction, actor, id, version, MemberChange.RESTORED, on, "", Member::restore);
    }

    @PreAuthorize(MAY_WRITE)
    public void end(
            Jurisdiction jurisdiction,
            Actor actor,
            MemberId id,
            long version,
            Ending how,
            LocalDate on,
            String reason) {
        change(jurisdiction, actor, id, version, MemberChange.ENDED, on, reason, member -> member.end(how, on, reason));
    }

    /**
     * Enters many members at once from an earlier list that was checked before. For imports and the demonstration: no
     * page reaches it, so it asks for no authority; the fence of the database still holds.
     */
    public void enrolAll(Jurisdiction jurisdiction, Actor actor, List<EnrolledBefore> earlier) {
        if (earlier.isEmpty()) {
            return;
        }
        if (!earlier.stream().allMatch(member -> jurisdiction.covers(member.place()))) {
            throw new IllegalArgumentException("A member lies outside " + jurisdiction);
        }
        batch.insert(earlier, recordedBy(actor));
        events.publishEvent(new MembersTakenOver(earlier.get(0).place().county(), earlier.size()));
    }

    /** Who has died is no member any more; nobody has to say it twice. */
    void endWithLife(Actor actor, PersonId person, PlaceCode place, LocalDate on) {
        var within = Jurisdiction.within(place);
        queries.memberOf(within, person)
                .ifPresent(id -> members.findById(id, within).ifPresent(member -> {
                    member.end(Ending.DIED, on, "");
                    save(member);
                    log(member, MemberChange.ENDED, on, "", actor);
                }));
    }

    private void change(
            Jurisdiction jurisdiction,
            Actor actor,
            MemberId id,
            long version,
            MemberChange what,
            LocalDate on,
            String note,
            Consumer<Member> change) {
        var member = find(jurisdiction, id, version);
        requirePast("on", on);
        change.accept(member);
        save(member);
        log(member, what, on, note, actor);
    }

    private void moveAlong(Jurisdiction jurisdiction, PersonId id, PlaceCode from, PlaceCode to) {
        if (from.equals(to)) {
            return;
        }
        people.find(jurisdiction, id)
                .filter(person -> person.place().equals(from))
                .ifPresent(person -> moving.move(jurisdiction, id, person.version(), to));
    }

    private Member find(Jurisdiction jurisdiction, MemberId id, long version) {
        var member = members.findById(id, jurisdiction).orElseThrow(() -> new MemberNotFound(id));
        if (!Objects.equals(member.getVersion(), version)) {
            throw new MemberStale();
        }
        return member;
    }

    private Member save(Member member) {
        try {
            return members.saveAndFlush(member);
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMessage()).contains("party_member_once_key")) {
                throw MemberRefused.alreadyAMember();
            }
            throw e;
        }
    }

    private OrganisationBrief branch(Jurisdiction jurisdiction, OrganisationId id) {
        var branch = organisations.brief(jurisdiction, id).orElseThrow(() -> new OrganisationNotFound(id));
        if (!branch.kind().isBranch()) {
            throw MemberRefused.noBranch(branch.name());
        }
        if (branch.dissolvedOn() != null) {
            throw MemberRefused.dissolved(branch.name());
        }
        return branch;
    }

    private PersonBrief person(Jurisdiction jurisdiction, PersonId id) {
        return people.briefs(jurisdiction, List.of(id)).stream().findFirst().orElseThrow(() -> new PersonNotFound(id));
    }

    private String nameOf(Jurisdiction jurisdiction, PlaceCode place) {
        return people.destinations(jurisdiction).stream()
                .filter(known -> known.placeCode().equals(place.value()))
                .map(PeopleQueries.Destination::name)
                .findFirst()
                .orElseThrow(MemberRefused::notNow);
    }

    private void log(Member member, MemberChange what, LocalDate on, String note, Actor actor) {
        log.write(member.getId(), member.placeCode(), member.getOrganisation(), what, on, note, recordedBy(actor));
    }

    private void requirePast(String field, LocalDate day) {
        if (day.isAfter(today())) {
            throw MemberRefused.inTheFuture(field);
        }
    }

    private Recorded recordedBy(Actor actor) {
        return Recorded.by(actor, clock.instant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
