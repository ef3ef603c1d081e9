package io.qiangcun.economy.cooperative;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.economy.EconomyAuthorities;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads cooperatives and how far they reach. */
@Component
@Transactional(readOnly = true)
public class CooperativeQueries {

    static final String SECTION_LEAST = "economy.cooperative.section-least";

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_COOPERATIVES + "')";

    /** How many of the four sides are settled in words enough. */
    static final String SECTIONS = """
            ((length(c.development) >= k.amount)::int + (length(c.operation) >= k.amount)::int
              + (length(c.equity) >= k.amount)::int + (length(c.joining) >= k.amount)::int)
            """;

    /** How many words are enough on a day. */
    static final String LEAST = """
            cross join lateral (select amount from rule_parameter where code = 'economy.cooperative.section-least'
              and valid_from <= :today and (valid_to is null or valid_to > :today) order by valid_from desc limit 1) k
            """;

    private static final String ROWS = """
            select c.cooperative_id, c.version, c.place_code, p.name as place_name, t.name as township_name, c.kind, c.name, c.branch_id,
                c.branch_name, c.industry, c.founded_on, c.credit_code, c.mode, c.book_id, c.development, c.operation, c.equity,
                c.joining, c.federation_id, c.federation_name, c.state = 'ACTIVE' as active, c.dissolved_on, c.dissolved_reason,
                c.recorded_by_person, %s as sections,
                (select g.level from economy_cooperative_tag g where g.cooperative_id = c.cooperative_id and g.revoked_on is null
                  order by array_position(array['NATIONAL', 'PROVINCE', 'PREFECTURE', 'COUNTY'], g.level) limit 1) as tag
              from economy_cooperative c
                join place p on p.place_code = c.place_code
                left join place t on t.place_code = left(c.place_code, 9) and length(c.place_code) > 9
                %s
              where c.place_code >= :lo and c.place_code < :hi
            """.formatted(SECTIONS, LEAST);

    private final JdbcClient database;
    private final CurrentAccount account;
    private final Clock clock;

    CooperativeQueries(JdbcClient database, CurrentAccount account, Clock clock) {
        this.database = database;
        this.account = account;
        this.clock = clock;
    }

    /** Which cooperatives are looked for; null and empty for any. */
    public record Filter(
            @Nullable PlaceCode place,
            @Nullable CooperativeKind kind,
            @Nullable Industry industry,
            @Nullable Boolean active,
            boolean tagged,
            boolean incomplete,
            String text) {}

    /**
     * A cooperative as it stands.
     *
     * @param sections how many of its four sides are settled
     * @param tag the highest level at which it is an example; null if it is none
     */
    public record View(
            UUID cooperativeId,
            long version,
            String placeCode,
            String placeName,
            @Nullable String townshipName,
            CooperativeKind kind,
            String name,
            @Nullable UUID branchId,
            String branchName,
            Industry industry,
            LocalDate foundedOn,
            String creditCode,
            CooperativeMode mode,
            @Nullable UUID bookId,
            String development,
            String operation,
            String equity,
            String joining,
            @Nullable UUID federationId,
            String federationName,
            boolean active,
            @Nullable LocalDate dissolvedOn,
            String dissolvedReason,
            String recordedByPerson,
            int sections,
            @Nullable TagLevel tag) {

        public CooperativeId id() {
            return new CooperativeId(cooperativeId);
        }

        public PlaceCode place() {
            return new PlaceCode(placeCode);
        }

        public boolean isComplete() {
            return sections == Sections.COUNT;
        }

        public boolean isFederation() {
            return kind == CooperativeKind.FEDERATION;
        }
    }

    @PreAuthorize(MAY_READ)
    public Page<View> cooperatives(Jurisdiction jurisdiction, Filter filter, Pageable page) {
        var place = filter.place();
        return ScopedList.of(ROWS, place == null ? jurisdiction : jurisdiction.narrowedTo(place))
                .with("today", LocalDate.now(clock))
                .and("c.kind = :kind", "kind", filter.kind())
                .and("c.industry = :industry", "industry", filter.industry())
                .and("(c.state = 'ACTIVE') = :active", "active", filter.active())
                .andIf(
                        filter.tagged(),
                        "exists (select from economy_cooperative_tag g where g.cooperative_id = c.cooperative_id and g.revoked_on is null)")
                .andIf(filter.incomplete(), SECTIONS + " < " + Sections.COUNT)
                .and(
                        "(c.credit_code = :text or strpos(concat_ws(' ', c.name, c.branch_name, p.name), :text) > 0)",
                        "text",
                        filter.text().isEmpty() ? null : filter.text())
                .page(database, "order by c.state, c.place_code, c.name", page, View.class);
    }

    @PreAuthorize(MAY_READ)
    public View find(Jurisdiction jurisdiction, CooperativeId id) {
        return in(jurisdiction, ROWS + " and c.cooperative_id = :id")
                .param("today", LocalDate.now(clock))
                .param("id", id.value())
                .query(View.class)
                .optional()
                .orElseThrow(() -> new CooperativeNotFound(id));
    }

    /** What a federation owns. */
    @PreAuthorize(MAY_READ)
    public List<View> owned(Jurisdiction jurisdiction, CooperativeId federation) {
        return in(jurisdiction, ROWS + " and c.federation_id = :id order by c.place_code, c.name")
                .param("today", LocalDate.now(clock))
                .param("id", federation.value())
                .query(View.class)
                .list();
    }

    /** A federation to join. */
    public record Federation(UUID cooperativeId, String name) {}

    /** Those of the township that a village lies in, as far as it is seen. */
    @PreAuthorize(MAY_READ)
    public List<Federation> federations(Jurisdiction jurisdiction, PlaceCode village) {
        return in(jurisdiction, """
                select cooperative_id, name from economy_cooperative
                  where kind = 'FEDERATION' and state = 'ACTIVE' and place_code = left(:village, 9)
                    and place_code >= :lo and place_code < :hi
                  order by name
                """)
                .param("village", village.value())
                .query(Federation.class)
                .list();
    }

    /** What a cooperative is or was an example of. */
    public record Tag(
            UUID tagId,
            TagLevel level,
            String awardedBy,
            LocalDate awardedOn,
            @Nullable LocalDate revokedOn,
            String revokedReason) {}

    @PreAuthorize(MAY_READ)
    public List<Tag> tags(Jurisdiction jurisdiction, CooperativeId id) {
        return in(jurisdiction, """
                select tag_id, level, awarded_by, awarded_on, revoked_on, revoked_reason from economy_cooperative_tag
                  where cooperative_id = :id and place_code >= :lo and place_code < :hi order by awarded_on desc, level
                """).param("id", id.value()).query(Tag.class).list();
    }

    /** An enterprise a cooperative works with, or worked with. */
    public record Partner(
            UUID partnerId,
            String enterprise,
            String creditCode,
            String agreement,
            LocalDate fromOn,
            @Nullable LocalDate untilOn,
            BigDecimal sharePercent,
            String benefitRule,
            @Nullable LocalDate endedOn,
            String endedReason) {}

    @PreAuthorize(MAY_READ)
    public List<Partner> partners(Jurisdiction jurisdiction, CooperativeId id) {
        return in(jurisdiction, """
                select partner_id, enterprise, credit_code, agreement, from_on, until_on, share_percent, benefit_rule, ended_on, ended_reason
                  from economy_cooperative_partner
                  where cooperative_id = :id and place_code >= :lo and place_code < :hi order by ended_on desc nulls first, from_on desc
                """)
                .param("id", id.value())
                .query(Partner.class)
                .list();
    }

    /**
     * How far cooperatives reach within a township.
     *
     * @param covered villages with one at least
     * @param incomplete cooperatives that have not settled all four sides
     */
    public record Reach(
            String placeCode, String name, int villages, int covered, int cooperatives, int incomplete, int tagged) {

        public int missing() {
            return villages - covered;
        }

        /** In per cent, rounded down: it says a hundred only where none is missing. */
        public int percent() {
            return villages == 0 ? 0 : covered * 100 / villages;
        }
    }

    /** Township by township. */
    @PreAuthorize(MAY_READ)
    public List<Reach> reach(Jurisdiction jurisdiction) {
        return in(jurisdiction, """
                with led as (
                  select c.place_code, count(*) as cooperatives, count(*) filter (where %s < 4) as incomplete,
                    count(*) filter (where exists (select from economy_cooperative_tag g
                      where g.cooperative_id = c.cooperative_id and g.revoked_on is null)) as tagged
                  from economy_cooperative c %s
                  where c.place_code >= :lo and c.place_code < :hi and c.kind = 'COOPERATIVE' and c.state = 'ACTIVE'
                  group by c.place_code)
                select t.place_code, t.name, count(*) filter (where p.category = 'VILLAGE') as villages,
                    count(*) filter (where p.category = 'VILLAGE' and l.cooperatives > 0) as covered,
                    coalesce(sum(l.cooperatives), 0) as cooperatives, coalesce(sum(l.incomplete), 0) as incomplete,
                    coalesce(sum(l.tagged), 0) as tagged
                  from place p
                    join place t on t.place_code = left(p.place_code, 9)
                    left join led l on l.place_code = p.place_code
                  where p.place_code >= :lo and p.place_code < :hi and length(p.place_code) = 12
                    and (p.valid_to is null or p.valid_to > :today)
                  group by t.place_code, t.name
                  order by t.place_code
                """.formatted(SECTIONS, LEAST))
                .param("today", LocalDate.now(clock))
                .query(Reach.class)
                .list();
    }

    /** A village with the cooperatives that are led there. */
    public record Village(
            String placeCode,
            String name,
            @Nullable String townshipName,
            int cooperatives,
            @Nullable String names) {}

    /** @param covered only those with one, or only those without; null for all */
    @PreAuthorize(MAY_READ)
    public List<Village> villages(Jurisdiction jurisdiction, @Nullable Boolean covered) {
        return in(jurisdiction, """
                select * from (
                  select p.place_code, p.name, t.name as township_name, count(c.cooperative_id) as cooperatives,
                    string_agg(c.name, '、' order by c.name) as names
                  from place p
                    left join place t on t.place_code = left(p.place_code, 9)
                    left join economy_cooperative c on c.place_code = p.place_code and c.kind = 'COOPERATIVE' and c.state = 'ACTIVE'
                  where p.place_code >= :lo and p.place_code < :hi and p.category = 'VILLAGE'
                    and (p.valid_to is null or p.valid_to > :today)
                  group by p.place_code, p.name, t.name) v
                where cast(:covered as boolean) is null or (v.cooperatives > 0) = :covered
                order by v.place_code
                """)
                .param("today", LocalDate.now(clock))
                .param("covered", covered)
                .query(Village.class)
                .list();
    }

    public boolean isWriter() {
        return account.may(EconomyAuthorities.WRITE_COOPERATIVES);
    }

    public boolean isOverseer() {
        return account.may(EconomyAuthorities.OVERSEE_COOPERATIVES);
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }
}
