package io.qiangcun.economy.help;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.economy.EconomyAuthorities;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads which villages are weak in a year, and who helps them. */
@Component
@Transactional(readOnly = true)
public class HelpQueries {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_HELP + "')";

    /** The main helper of a village on a day. */
    private static final String MAIN = """
            left join lateral (select * from economy_helper e
              where e.place_code = w.place_code and e.main and e.from_on <= :day and (e.ended_on is null or e.ended_on > :day)
              order by e.from_on desc limit 1) h on true
            """;

    private static final String ROWS = """
            select w.listing_id, w.place_code, p.name as place_name, t.name as township_name, w.listed_on, w.reason, w.document,
              case when w.unlisted_on <= :day then w.unlisted_on end as unlisted_on, w.unlisted_reason, h.kind, h.name as helper,
              h.post as helper_post, h.from_on as helped_since,
              (select count(*) from economy_helper o where o.place_code = w.place_code and not o.main and o.from_on <= :day
                and (o.ended_on is null or o.ended_on > :day)) as others,
              case when h.helper_id is null then greatest(w.listed_on, (select max(e.ended_on) from economy_helper e
                where e.place_code = w.place_code and e.main and e.ended_on <= :day)) end as missing_since
            from economy_weak_village w
              join place p on p.place_code = w.place_code
              left join place t on t.place_code = left(w.place_code, 9)
            """ + MAIN + """
            where w.place_code >= :lo and w.place_code < :hi and w.listed_on <= :day
              and (w.unlisted_on is null or w.unlisted_on >= :first)
            """;

    private final JdbcClient database;
    private final CurrentAccount account;
    private final Clock clock;

    HelpQueries(JdbcClient database, CurrentAccount account, Clock clock) {
        this.database = database;
        this.account = account;
        this.clock = clock;
    }

    /**
     * Which weak villages are looked for; null for any.
     *
     * @param missing those who are weak and have no main helper
     * @param listed whether they are still weak at the end of the year, or today
     */
    public record Filter(
            @Nullable PlaceCode place,
            @Nullable HelperKind kind,
            boolean missing,
            @Nullable Boolean listed) {

        public static final Filter ALL = new Filter(null, null, false, null);
    }

    /**
     * A village that was weak in the year.
     *
     * @param unlistedOn null while it is weak
     * @param kind of the main helper; null if there is none
     * @param others how many help beside
     * @param missingSince since when it has had no main helper
     */
    public record WeakVillage(
            UUID listingId,
            String placeCode,
            String placeName,
            String townshipName,
            LocalDate listedOn,
            String reason,
            String document,
            @Nullable LocalDate unlistedOn,
            String unlistedReason,
            @Nullable HelperKind kind,
            @Nullable String helper,
            @Nullable String helperPost,
            @Nullable LocalDate helpedSince,
            int others,
            @Nullable LocalDate missingSince) {

        public boolean isListed() {
            return unlistedOn == null;
        }
    }

    @PreAuthorize(MAY_READ)
    public Page<WeakVillage> villages(Jurisdiction jurisdiction, int year, Filter filter, Pageable page) {
        var place = filter.place();
        return ScopedList.of(ROWS, place == null ? jurisdiction : jurisdiction.narrowedTo(place))
                .with("day", lastDay(year))
                .with("first", LocalDate.of(year, 1, 1))
                .and("h.kind = :kind", "kind", filter.kind())
                .andIf(filter.missing(), "h.helper_id is null and (w.unlisted_on is null or w.unlisted_on > :day)")
                .and("(w.unlisted_on is null or w.unlisted_on > :day) = :listed", "listed", filter.listed())
                .page(
                        database,
                        "order by (unlisted_on is not null), (kind is not null), place_code, listed_on",
                        page,
                        WeakVillage.class);
    }

    /** The last one of a village that is or was weak. */
    @PreAuthorize(MAY_READ)
    public Optional<WeakVillage> village(Jurisdiction jurisdiction, PlaceCode village) {
        return in(jurisdiction.narrowedTo(village), ROWS + " order by w.listed_on desc limit 1")
                .param("day", LocalDate.now(clock))
                .param("first", LocalDate.of(1900, 1, 1))
                .query(WeakVillage.class)
                .optional();
    }

    /**
     * Villages that are weak by who helps them; the parts are the whole.
     *
     * @param weak all of them
     * @param none those without a main helper
     * @param unlisted those that left the list within the year
     */
    public record Sums(int weak, int leader, int village, int enterprise, int other, int none, int unlisted) {

        public boolean isEven() {
            return none == 0;
        }
    }

    @PreAuthorize(MAY_READ)
    public Sums sums(Jurisdiction jurisdiction, int year) {
        return in(jurisdiction, """
                select count(*) filter (where v.unlisted_on is null) as weak,
                  count(*) filter (where v.unlisted_on is null and v.kind = 'COUNTY_LEADER') as leader,
                  count(*) filter (where v.unlisted_on is null and v.kind = 'RICH_VILLAGE') as village,
                  count(*) filter (where v.unlisted_on is null and v.kind = 'ENTERPRISE') as enterprise,
                  count(*) filter (where v.unlisted_on is null and v.kind = 'OTHER') as other,
                  count(*) filter (where v.unlisted_on is null and v.kind is null) as none,
                  count(*) filter (where v.unlisted_on is not null) as unlisted
                from (%s) v
                """.formatted(ROWS))
                .param("day", lastDay(year))
                .param("first", LocalDate.of(year, 1, 1))
                .query(Sums.class)
                .single();
    }

    /** Somebody who helps more villages than the number says. */
    public record Busy(HelperKind kind, String name, int villages, String names, int most) {}

    @PreAuthorize(MAY_READ)
    public List<Busy> busy(Jurisdiction jurisdiction, int year) {
        return in(jurisdiction, """
                select v.kind, v.helper as name, count(*) as villages, string_agg(v.place_name, '、' order by v.place_code) as names,
                  max(n.amount)::int as most
                from (%s) v
                  cross join (select amount from rule_parameter where code = 'economy.help.most-villages' and valid_from <= :day
                    and (valid_to is null or valid_to > :day) order by valid_from desc limit 1) n
                where v.unlisted_on is null and v.kind is not null
                group by v.kind, v.helper having count(*) > max(n.amount)
                order by count(*) desc, v.helper
                """.formatted(ROWS))
                .param("day", lastDay(year))
                .param("first", LocalDate.of(year, 1, 1))
                .query(Busy.class)
                .list();
    }

    /** Once on the list. */
    public record Listing(
            LocalDate listedOn,
            String reason,
            String document,
            @Nullable LocalDate unlistedOn,
            String unlistedReason,
            String recordedByPerson) {}

    /** The latest first. */
    @PreAuthorize(MAY_READ)
    public List<Listing> listings(Jurisdiction jurisdiction, PlaceCode village) {
        return in(jurisdiction.narrowedTo(village), """
                select listed_on, reason, document, unlisted_on, unlisted_reason, recorded_by_person from economy_weak_village
                where place_code >= :lo and place_code < :hi order by listed_on desc
                """).query(Listing.class).list();
    }

    /** Somebody who helps a village, or did. */
    public record Helper(
            UUID helperId,
            HelperKind kind,
            boolean main,
            String name,
            String post,
            String duties,
            LocalDate fromOn,
            @Nullable LocalDate endedOn,
            String endedReason,
            String recordedByPerson,
            Instant recordedAt) {}

    /** Who helps now comes first, and the main one before others. */
    @PreAuthorize(MAY_READ)
    public List<Helper> helpers(Jurisdiction jurisdiction, PlaceCode village) {
        return in(jurisdiction.narrowedTo(village), """
                select helper_id, kind, main, name, post, duties, from_on, ended_on, ended_reason, recorded_by_person, recorded_at
                from economy_helper where place_code >= :lo and place_code < :hi
                order by ended_on desc nulls first, main desc, from_on desc
                """).query(Helper.class).list();
    }

    public boolean assigns() {
        return account.may(EconomyAuthorities.ASSIGN_HELP);
    }

    /** On which a year is looked at. */
    private LocalDate lastDay(int year) {
        var today = LocalDate.now(clock);
        var end = LocalDate.of(year, 12, 31);
        return end.isBefore(today) ? end : today;
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }
}
