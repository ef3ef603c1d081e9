package io.qiangcun.party.member;

import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationQueries;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads members. */
@Service
@Transactional(readOnly = true)
public class MemberQueries {

    private static final String MAY_READ = "hasAuthority('" + PartyAuthorities.READ_MEMBERS + "')";

    private static final String ROW = """
            select m.member_id, m.organisation_id, o.name as organisation_name, p.name as place_name,
              t.name as township_name, h.name, h.sex, h.born_on, h.education, m.standing, m.joined_on, m.full_on,
              m.floating_since, m.excluded_reason, m.observed_since, m.to_place, m.ended_on, m.ending
            from party_member m
              join party_organisation o on o.organisation_id = m.organisation_id
              join place p on p.place_code = m.place_code
              left join place t on t.place_code = left(m.place_code, 9) and length(m.place_code) > 9
              left join person h on h.person_id = m.person_id
            where m.place_code >= :lo and m.place_code < :hi
            """;

    private static final String BRANCH_BY_BRANCH = " order by m.place_code, o.name, h.name, m.member_id";

    private final Members members;
    private final OrganisationQueries organisations;
    private final PeopleQueries people;
    private final JdbcClient database;
    private final Clock clock;

    MemberQueries(
            Members members,
            OrganisationQueries organisations,
            PeopleQueries people,
            JdbcClient database,
            Clock clock) {
        this.members = members;
        this.organisations = organisations;
        this.people = people;
        this.database = database;
        this.clock = clock;
    }

    @PreAuthorize(MAY_READ)
    public Optional<MemberView> find(Jurisdiction jurisdiction, MemberId id) {
        return members.findById(id, jurisdiction).map(member -> view(jurisdiction, member));
    }

    /** Branch by branch, by name. */
    @PreAuthorize(MAY_READ)
    public Page<MemberRow> list(Jurisdiction jurisdiction, MemberFilter filter, Pageable page) {
        return listed(jurisdiction, filter).page(database, BRANCH_BY_BRANCH, page, MemberRow.class);
    }

    /** All rows of a list, handed over while they are read. */
    @PreAuthorize(MAY_READ)
    public void read(Jurisdiction jurisdiction, MemberFilter filter, Consumer<Iterable<MemberRow>> reader) {
        listed(jurisdiction, filter).read(database, BRANCH_BY_BRANCH, MemberRow.class, reader);
    }

    /** How many members there are now; of one branch or of all. */
    @PreAuthorize(MAY_READ)
    public Headcount headcount(Jurisdiction jurisdiction, @Nullable OrganisationId organisation) {
        var one = organisation == null ? "" : " and m.organisation_id = :organisation";
        var spec = bound("""
                select count(*) as members,
                  count(*) filter (where m.standing = 'FULL') as full,
                  count(*) filter (where m.standing = 'PROBATIONARY') as probationary,
                  count(*) filter (where h.sex = 'FEMALE') as women,
                  count(*) filter (where h.born_on > cast(:today as date) - make_interval(years => y.age + 1)) as young,
                  count(*) filter (where m.floating_since is not null) as floating,
                  count(*) filter (where m.excluded_reason is not null) as excluded,
                  count(*) filter (where m.standing = 'FULL' and m.observed_since is null) as voting
                from party_member m
                  left join person h on h.person_id = m.person_id
                  cross join (select max(amount)::int as age from party_rule where code = 'party.member.young-age'
                    and valid_from <= :today and (valid_to is null or valid_to > :today)) y
                where m.place_code >= :lo and m.place_code < :hi and m.ended_on is null
                """ + one, jurisdiction).param("today", LocalDate.now(clock));
        return (organisation == null ? spec : spec.param("organisation", organisation.value()))
                .query(Headcount.class)
                .single();
    }

    /**
     * How many members of the branch are to attend a meeting of all: those there are but the ones the branch has agreed
     * not to count. Nothing where no members are recorded.
     */
    public Optional<Integer> toAttend(Jurisdiction jurisdiction, OrganisationId branch) {
        return bound("""
                select count(*) filter (where excluded_reason is null) from party_member
                where place_code >= :lo and place_code < :hi and organisation_id = :organisation and ended_on is null
                having count(*) > 0
                """, jurisdiction)
                .param("organisation", branch.value())
                .query(Integer.class)
                .optional();
    }

    /** Members on their way to the jurisdiction. */
    @PreAuthorize(MAY_READ)
    public List<IncomingMember> coming(Jurisdiction jurisdiction) {
        return bound("""
                select m.member_id, h.name, m.standing, m.joined_on, a.name as from_name, b.name as to_name
                from party_member m join place a on a.place_code = m.place_code join place b on b.place_code = m.to_place
                  left join person h on h.person_id = m.person_id
                where m.to_place >= :lo and m.to_place < :hi
                order by m.to_place, h.name
                """, jurisdiction).query(IncomingMember.class).list();
    }

    /** Branches in the jurisdiction that a member may belong to. */
    @PreAuthorize(MAY_READ)
    public List<OrganisationBrief> branches(Jurisdiction jurisdiction) {
        return organisations.branches(jurisdiction);
    }

    /** The person's present membership, where the jurisdiction sees it. */
    public Optional<MemberId> memberOf(Jurisdiction jurisdiction, PersonId person) {
        return bound("""
                select member_id from party_member
                where place_code >= :lo and place_code < :hi and person_id = :person and ended_on is null
                """, jurisdiction)
                .param("person", person.value())
                .query(UUID.class)
                .optional()
                .map(MemberId::new);
    }

    /** The branches there are, whoever asks: to one of them belongs whom a case makes a member. */
    List<OrganisationId> branchesOf(Jurisdiction jurisdiction) {
        return bound("""
                select organisation_id from party_organisation
                where place_code >= :lo and place_code < :hi and kind = 'BRANCH' and dissolved_on is null
                """, jurisdiction).query(UUID.class).list().stream()
                .map(OrganisationId::new)
                .toList();
    }

    boolean isMember(PersonId person) {
        return database.sql("select exists (select from party_member where person_id = :person and ended_on is null)")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    Optional<Coming> coming(Jurisdiction jurisdiction, MemberId id) {
        return bound("""
                select person_id, organisation_id, in_branch_since from party_member
                where member_id = :id and to_place >= :lo and to_place < :hi
                """, jurisdiction)
                .param("id", id.value())
                .query((row, number) -> new Coming(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getObject("in_branch_since", LocalDate.class)))
                .optional();
    }

    private MemberView view(Jurisdiction jurisdiction, Member member) {
        var version = member.getVersion();
        return new MemberView(
                member.getId(),
                version == null ? 0 : version,
                member.placeCode(),
                member.getOrganisation(),
                organisations
                        .brief(jurisdiction, member.getOrganisation())
                        .map(OrganisationBrief::name)
                        .orElse(""),
                member.getPerson(),
                people.briefs(jurisdiction, List.of(member.getPerson())).stream()
                        .findFirst()
                        .orElse(null),
                member.getStanding(),
                member.getJoinedOn(),
                member.getFullOn(),
                member.getInBranchSince(),
                member.getFloatingSince(),
                member.getFloatingTo(),
                member.getExcludedReason(),
                member.getObservedSince(),
                member.getToPlace(),
                member.getEndedOn(),
                member.getEnding(),
                member.getEndedReason(),
                member.votes(),
                bound("""
                select what, effective_on, note, recorded_at, recorded_by, recorded_by_person from party_member_change
                where member_id = :id and place_code >= :lo and place_code < :hi order by effective_on, recorded_at
                """, jurisdiction)
                        .param("id", member.getId().value())
                        .query(MemberView.Milestone.class)
                        .list());
    }

    private static ScopedList listed(Jurisdiction jurisdiction, MemberFilter filter) {
        var organisation = filter.organisation();
        return ScopedList.of(ROW, jurisdiction)
                .and(
                        switch (filter.state()) {
                            case CURRENT -> "m.ended_on is null";
                            case FLOATING -> "m.ended_on is null and m.floating_since is not null";
                            case HANDED_OVER -> "m.to_place is not null";
                            case NOT_VOTING ->
                                "m.ended_on is null and (m.standing <> 'FULL' or m.observed_since is not null)";
                            case ENDED -> "m.ended_on is not null";
                        })
                .and(
                        "m.organisation_id = :organisation",
                        "organisation",
                        organisation == null ? null : organisation.value())
                .and("m.standing = :standing", "standing", filter.standing())
                .and("(strpos(h.name, :text) > 0 or strpos(o.name, :text) > 0)", "text", filter.text());
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    /** Whom the jurisdiction is to take in, and from which branch. */
    record Coming(PersonId person, OrganisationId from, LocalDate inBranchSince) {}
}
