package io.qiangcun.party.points;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationQueries;
import io.qiangcun.party.organisation.PartyRules;
import java.math.BigDecimal;
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

/** Reads entries and what members have: by branch and name, in no other order. */
@Service
@Transactional(readOnly = true)
public class PointsQueries {

    static final String MAY_READ = "hasAuthority('" + PartyAuthorities.READ_POINTS + "')";

    private static final String ROW = """
            select e.entry_id, e.version, e.place_code, e.organisation_id, o.name as organisation_name, e.member_id,
              h.name as member_name, r.name as rule_name, r.approver, r.basis_text, e.amount, e.fact_on, e.fact,
              e.evidence, e.source_label, e.source_href, e.reverses, e.status, e.reversed, e.recorded_at, e.recorded_by,
              e.recorded_by_person, e.decided_at, e.decided_by, e.decided_by_person, e.decision_note, e.publication_id
            """;

    private static final String FROM = """

            from party_points_entry e
              join party_organisation o on o.organisation_id = e.organisation_id
              join party_points_rule r on r.rule_id = e.rule_id
              left join party_member m on m.member_id = e.member_id
              left join person h on h.person_id = m.person_id
            where e.place_code >= :lo and e.place_code < :hi
            """;

    /** How many entries wait for a post; what a desk asks. */
    static final String WAITING = "(select count(*)" + FROM + """
             and e.status = 'ENTERED' and e.recorded_by <> :login and e.recorded_by_person <> :holder
              and h.name is distinct from :holder
              and (e.place_code <> :root or r.approver = 'BRANCH' or length(e.place_code) = 6))
            """;

    private static final String BY_NAME =
            "order by e.place_code, o.name, h.name, e.fact_on desc, e.recorded_at desc, e.entry_id";

    private static final String MEMBER = """
            select m.member_id, m.place_code, m.organisation_id, o.name as organisation_name, h.name, m.joined_on,
              m.in_branch_since, m.ended_on
            from party_member m join party_organisation o on o.organisation_id = m.organisation_id
              left join person h on h.person_id = m.person_id
            where m.place_code >= :lo and m.place_code < :hi
            """;

    private final OrganisationQueries organisations;
    private final PointsRules rules;
    private final PartyRules numbers;
    private final JdbcClient database;
    private final Clock clock;

    PointsQueries(
            OrganisationQueries organisations,
            PointsRules rules,
            PartyRules numbers,
            JdbcClient database,
            Clock clock) {
        this.organisations = organisations;
        this.rules = rules;
        this.numbers = numbers;
        this.database = database;
        this.clock = clock;
    }

    @PreAuthorize(MAY_READ)
    public Page<EntryRow> list(Jurisdiction jurisdiction, EntryFilter filter, Pageable page) {
        return listed(jurisdiction, filter).page(database, BY_NAME, page, EntryRow.class);
    }

    /** All rows of a list, handed over while they are read. */
    @PreAuthorize(MAY_READ)
    public void read(Jurisdiction jurisdiction, EntryFilter filter, Consumer<Iterable<EntryRow>> reader) {
        listed(jurisdiction, filter).read(database, BY_NAME, EntryRow.class, reader);
    }

    @PreAuthorize(MAY_READ)
    public Optional<EntryRow> find(Jurisdiction jurisdiction, EntryId id) {
        return row(jurisdiction, id);
    }

    /** What the member has in the year, whatever branch of the jurisdiction entered it. */
    @PreAuthorize(MAY_READ)
    public Optional<MemberPoints> of(Jurisdiction jurisdiction, MemberId member, int year) {
        return points(jurisdiction, member, year);
    }

    /** Branches the account enters facts for. */
    @PreAuthorize(MAY_READ)
    public List<OrganisationBrief> ownBranches(Jurisdiction jurisdiction, Actor actor) {
        return organisations.ownBy(jurisdiction, actor).stream()
                .filter(organisation -> organisation.kind().isBranch())
                .toList();
    }

    /** Those who are members of the branch now, by name. */
    @PreAuthorize(MAY_READ)
    public List<Beneficiary> members(Jurisdiction jurisdiction, OrganisationId branch) {
        return bound(
                        MEMBER + " and m.organisation_id = :branch and m.ended_on is null order by h.name, m.member_id",
                        jurisdiction)
                .param("branch", branch.value())
                .query(Beneficiary.class)
                .list();
    }

    Optional<EntryRow> row(Jurisdiction jurisdiction, EntryId id) {
        return bound(ROW + FROM + " and e.entry_id = :id", jurisdiction)
                .param("id", id.value())
                .query(EntryRow.class)
                .optional();
    }

    Optional<Beneficiary> member(Jurisdiction jurisdiction, MemberId member) {
        return bound(MEMBER + " and m.member_id = :member", jurisdiction)
                .param("member", member.value())
                .query(Beneficiary.class)
                .optional();
    }

    Optional<MemberPoints> points(Jurisdiction jurisdiction, MemberId id, int year) {
        return member(jurisdiction, id).map(member -> points(jurisdiction, member, year));
    }

    /** Of the member that a person is now. */
    Optional<MemberPoints> points(Jurisdiction jurisdiction, PersonId person, int year) {
        return bound(MEMBER + " and m.person_id = :person and m.ended_on is null", jurisdiction)
                .param("person", person.value())
                .query(Beneficiary.class)
                .optional()
                .map(member -> points(jurisdiction, member, year));
    }

    private MemberPoints points(Jurisdiction jurisdiction, Beneficiary member, int year) {
        var entries = bound(ROW + FROM + """
                             and e.member_id = :member and e.fact_on >= :from and e.fact_on < :until
                            order by e.fact_on desc, e.recorded_at desc, e.entry_id
                            """, jurisdiction)
                .param("member", member.memberId())
                .param("from", LocalDate.of(year, 1, 1))
                .param("until", LocalDate.of(year + 1, 1, 1))
                .query(EntryRow.class)
                .list();
        var bases = bases(new PlaceCode(member.placeCode()), year);
        var amounts =
                entries.stream().filter(EntryRow::stands).map(EntryRow::amount).toList();
        return new MemberPoints(member, year, balance(bases, amounts, year), bases, entries);
    }

    /** What everybody begins the year with. */
    List<PointsRule> bases(PlaceCode place, int year) {
        var today = LocalDate.now(clock);
        var day = year == today.getYear() ? today : LocalDate.of(year, 12, 31);
        return rules.inForce(place, day).stream()
                .filter(rule -> rule.kind() == RuleKind.BASE)
                .toList();
    }

    Balance balance(List<PointsRule> bases, List<BigDecimal> amounts, int year) {
        var day = LocalDate.of(year, 12, 31);
        var base = bases.stream().map(PointsRule::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Balance.of(
                base,
                amounts,
                numbers.rule("party.points-yearly-floor", day).amount(),
                numbers.rule("party.points-yearly-cap", day).amount());
    }

    /** What stands or waits for the member by one rule in the year, without the sign. */
    BigDecimal already(MemberId member, String rule, int year, @Nullable EntryId except) {
        return database.sql("""
                select coalesce(sum(abs(amount)), 0) from party_points_entry
                where member_id = :member and rule_code = :rule and fact_on >= :from and fact_on < :until
                  and status <> 'REFUSED' and not reversed and reverses is null
                  and entry_id is distinct from cast(:except as uuid)
                """)
                .param("member", member.value())
                .param("rule", rule)
                .param("from", LocalDate.of(year, 1, 1))
                .param("until", LocalDate.of(year + 1, 1, 1))
                .param("except", except == null ? null : except.value(), java.sql.Types.OTHER)
                .query(BigDecimal.class)
                .single();
    }

    private static ScopedList listed(Jurisdiction jurisdiction, EntryFilter filter) {
        var quarter = filter.quarter();
        return ScopedList.of(ROW + FROM, jurisdiction)
                .and("e.organisation_id = :organisation", "organisation", valueOf(filter.organisation()))
                .and(
                        "e.member_id = :member",
                        "member",
                        filter.member() == null ? null : filter.member().value())
                .and("e.status = :status", "status", filter.status())
                .and("e.fact_on >= :from", "from", quarter == null ? null : quarter.from())
                .and("e.fact_on < :until", "until", quarter == null ? null : quarter.until())
                .and("strpos(concat_ws(' ', h.name, o.name, e.fact), :text) > 0", "text", filter.text());
    }

    private static @Nullable UUID valueOf(@Nullable OrganisationId id) {
        return id == null ? null : id.value();
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    /** A member as far as points are concerned. */
    public record Beneficiary(
            UUID memberId,
            String placeCode,
            UUID organisationId,
            String organisationName,
            @Nullable String name,
            LocalDate joinedOn,
            LocalDate inBranchSince,
            @Nullable LocalDate endedOn) {

        boolean wasMember(LocalDate day) {
            return !day.isBefore(joinedOn) && (endedOn == null || !day.isAfter(endedOn));
        }
    }
}
