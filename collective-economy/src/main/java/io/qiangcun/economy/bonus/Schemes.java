package io.qiangcun.economy.bonus;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.income.IncomeQueries;
import io.qiangcun.economy.income.VillageIncome;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Schemes are tried against the ledger as often as a county likes; decided once, by somebody else, when the year is over. */
@Service
@Transactional
public class Schemes {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_BONUS + "')";
    private static final String MAY_DEFINE = "hasAuthority('" + EconomyAuthorities.DEFINE_BONUS + "')";

    private static final String SCHEMES = """
            select s.*, b.paid, coalesce(b.villages, 0) as villages
            from economy_bonus_scheme s
              left join lateral (select sum(amount) as paid, count(*) filter (where amount > 0) as villages from economy_bonus
                where scheme_id = s.scheme_id and place_code >= :lo and place_code < :hi) b on s.state = 'DECIDED'
            where s.within = left(:lo, 6) and (s.state = 'DECIDED' or :county)
            """;

    private final JdbcClient database;
    private final IncomeQueries income;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Schemes(JdbcClient database, IncomeQueries income, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.income = income;
        this.events = events;
        this.clock = clock;
    }

    /** @param year one that has begun */
    public record Draft(SchemeId id, int year, String name, String source, BonusTerms terms) {}

    /** The latest years first. Below the county only what was decided. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<Scheme> schemes(Jurisdiction jurisdiction) {
        return read(jurisdiction, SCHEMES + " order by s.year desc, s.recorded_at desc limit 100", null);
    }

    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public Optional<Scheme> find(Jurisdiction jurisdiction, SchemeId id) {
        return read(jurisdiction, SCHEMES + " and s.scheme_id = :id", id).stream()
                .findFirst();
    }

    /** By what the ledger says now until it is decided, and as it was said then ever after; the highest first. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<Bonus> bonuses(Jurisdiction jurisdiction, Scheme scheme) {
        return scheme.isDraft() ? tried(jurisdiction, scheme) : decided(jurisdiction, scheme);
    }

    private List<Bonus> tried(Jurisdiction jurisdiction, Scheme scheme) {
        return income.ladder(jurisdiction, upTo(scheme.year())).villages().stream()
                .map(scheme.terms()::of)
                .sorted((one, other) -> other.amount().compareTo(one.amount()))
                .toList();
    }

    /** The months of the year that have ended, at least the first. */
    private YearMonth upTo(int year) {
        var now = YearMonth.now(clock);
        return year < now.getYear() ? YearMonth.of(year, 12) : now;
    }

    private List<Bonus> decided(Jurisdiction jurisdiction, Scheme scheme) {
        return in(jurisdiction, """
                select b.place_code, p.name, t.name as township_name, b.operating, b.before, b.net, b.outcome, b.amount
                from economy_bonus b
                  join place p on p.place_code = b.place_code
                  left join place t on t.place_code = left(b.place_code, 9)
                where b.scheme_id = :id and b.place_code >= :lo and b.place_code < :hi
                order by b.amount desc, b.place_code
                """)
                .param("id", scheme.schemeId())
                .query((row, number) -> {
                    var outcome = Bonus.Outcome.valueOf(row.getString("outcome"));
                    var village = new VillageIncome(
                            new PlaceCode(row.getString("place_code")),
                            row.getString("name"),
                            row.getString("township_name"),
                            outcome == Bonus.Outcome.NO_BOOK ? 0 : 1,
                            row.getBigDecimal("operating"),
                            row.getBigDecimal("before"),
                            BigDecimal.ZERO,
                            BigDecimal.ZERO,
                            BigDecimal.ZERO,
                            row.getBigDecimal("operating").subtract(row.getBigDecimal("net")),
                            BigDecimal.ZERO);
                    return new Bonus(
                            village, scheme.terms().measure().of(village), row.getBigDecimal("amount"), outcome);
                })
                .list();
    }

    /** Villages whose December of the year is not closed: what they earned may still change. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<String> unclosed(Jurisdiction jurisdiction, int year) {
        return in(jurisdiction, """
                select distinct p.name from economy_book b
                  join economy_year y on y.book_id = b.book_id and y.year = :year
                  join place p on p.place_code = b.place_code
                  left join economy_period m on m.book_id = b.book_id and m.month = make_date(:year, 12, 1)
                where b.place_code >= :lo and b.place_code < :hi and m.state is distinct from 'CLOSED'
                order by p.name
                """).param("year", year).query(String.class).list();
    }

    /** Once, however often sent. */
    @PreAuthorize(MAY_DEFINE)
    public void draft(Jurisdiction jurisdiction, Actor actor, Draft command) {
        requireCounty(jurisdiction);
        if (command.year() > LocalDate.now(clock).getYear()) {
            throw new SchemeRefused("year", "not-begun");
        }
        var terms = command.terms();
        var written = database.sql("""
                insert into economy_bonus_scheme (scheme_id, within, year, name, source, measure, least_income, most, most_of_net,
                  state, recorded_at, recorded_by, recorded_by_person)
                values (:id, :county, :year, :name, :source, :measure, :least, :most, :net, 'DRAFT', :at, :by, :person)
                on conflict do nothing
                """)
                .param("id", command.id().value())
                .param("county", jurisdiction.root().value())
                .param("year", command.year())
                .param("name", command.name())
                .param("source", command.source())
                .param("measure", terms.measure().name())
                .param("least", terms.leastIncome())
                .param("most", terms.most())
                .param("net", terms.mostOfNet())
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.login())
                .param("person", actor.holder())
                .update();
        if (written == 0) {
            return;
        }
        for (var step : terms.steps()) {
            database.sql(
                            "insert into economy_bonus_step (scheme_id, over, percent, fixed) values (:id, :over, :percent, :fixed)")
                    .param("id", command.id().value())
                    .param("over", step.over())
                    .param("percent", step.percent())
                    .param("fixed", step.fixed())
                    .update();
        }
        events.publishEvent(new SchemeDrafted(command.id(), command.name(), command.year(), jurisdiction.root()));
    }

    /**
     * Keeps what every village gets with the figures it comes from.
     *
     * @param decision where it was decided: a meeting, a document
     */
    @PreAuthorize(MAY_DEFINE)
    public void decide(Jurisdiction jurisdiction, Actor actor, SchemeId id, LocalDate on, String decision) {
        requireCounty(jurisdiction);
        var scheme = find(jurisdiction, id).orElseThrow(() -> new SchemeNotFound(id));
        var today = LocalDate.now(clock);
        if (scheme.recordedBy().equals(actor.login())) {
            throw new SchemeRefused(null, "own");
        }
        if (scheme.year() >= today.getYear()) {
            throw new SchemeRefused(null, "not-over", scheme.year());
        }
        if (on.isAfter(today)) {
            throw new SchemeRefused("on", "ahead");
        }
        if (on.getYear() <= scheme.year()) {
            throw new SchemeRefused("on", "too-early", scheme.year());
        }
        var bonuses = tried(jurisdiction, scheme);
        change(jurisdiction, id, "DECIDED", actor, on, decision, null);
        for (var bonus : bonuses) {
            keep(id, bonus);
        }
        events.publishEvent(new SchemeDecided(
                id,
                scheme.year(),
                on,
                decision,
                bonuses.stream().map(Bonus::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                jurisdiction.root()));
    }

    private void keep(SchemeId id, Bonus bonus) {
        database.sql("""
                insert into economy_bonus (scheme_id, place_code, operating, before, net, outcome, amount)
                values (:id, :place, :operating, :before, :net, :outcome, :amount)
                """)
                .param("id", id.value())
                .param("place", bonus.village().place().value())
                .param("operating", bonus.village().operating())
                .param("before", bonus.village().before())
                .param("net", bonus.village().net())
                .param("outcome", bonus.outcome().name())
                .param("amount", bonus.amount())
                .update();
    }

    /** A draft that is not wanted, or a decision that was wrong: the year can be decided anew. */
    @PreAuthorize(MAY_DEFINE)
    public void drop(Jurisdiction jurisdiction, Actor actor, SchemeId id, String reason) {
        requireCounty(jurisdiction);
        var scheme = find(jurisdiction, id).orElseThrow(() -> new SchemeNotFound(id));
        change(jurisdiction, scheme.id(), "DROPPED", actor, null, null, reason);
        events.publishEvent(new SchemeDropped(id, reason, jurisdiction.root()));
    }

    private void change(
            Jurisdiction jurisdiction,
            SchemeId id,
            String state,
            Actor actor,
            @Nullable LocalDate on,
            @Nullable String decision,
            @Nullable String reason) {
        var decides = decision != null;
        try {
            var changed = database.sql("""
                    update economy_bonus_scheme set state = :state, decided_on = coalesce(:on, decided_on),
                      decision = coalesce(:decision, decision), decided_by = coalesce(:by, decided_by),
                      decided_by_person = coalesce(:person, decided_by_person), dropped_reason = :reason
                    where scheme_id = :id and within = :county and (state = 'DRAFT' or state = 'DECIDED' and :state = 'DROPPED')
                    """)
                    .param("state", state)
                    .param("on", on)
                    .param("decision", decision)
                    .param("by", decides ? actor.login() : null)
                    .param("person", decides ? actor.holder() : null)
                    .param("reason", reason)
                    .param("id", id.value())
                    .param("county", jurisdiction.root().value())
                    .update();
            if (changed == 0) {
                throw new SchemeRefused(null, "meanwhile");
            }
        } catch (DuplicateKeyException taken) {
            throw new SchemeRefused(null, "taken");
        }
    }

    private static void requireCounty(Jurisdiction jurisdiction) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new SchemeRefused(null, "county-only");
        }
    }

    private List<Scheme> read(Jurisdiction jurisdiction, String sql, @Nullable SchemeId id) {
        var query = in(jurisdiction, sql).param("county", jurisdiction.level() == PlaceKind.COUNTY);
        var steps = steps(jurisdiction);
        return (id == null ? query : query.param("id", id.value()))
                .query((row, number) -> scheme(row, steps))
                .list();
    }

    private Map<UUID, List<BonusTerms.Step>> steps(Jurisdiction jurisdiction) {
        return database.sql("""
                select t.scheme_id, t.over, t.percent, t.fixed from economy_bonus_step t
                  join economy_bonus_scheme s on s.scheme_id = t.scheme_id
                where s.within = left(:lo, 6)
                """).param("lo", jurisdiction.lo()).query(StepRow.class).list().stream()
                .collect(groupingBy(StepRow::schemeId, mapping(StepRow::step, toList())));
    }

    private record StepRow(UUID schemeId, BigDecimal over, BigDecimal percent, BigDecimal fixed) {

        BonusTerms.Step step() {
            return new BonusTerms.Step(over, percent, fixed);
        }
    }

    private static Scheme scheme(ResultSet row, Map<UUID, List<BonusTerms.Step>> steps) throws SQLException {
        var id = row.getObject("scheme_id", UUID.class);
        return new Scheme(
                id,
                row.getInt("year"),
                row.getString("name"),
                row.getString("source"),
                new BonusTerms(
                        Measure.valueOf(row.getString("measure")),
                        row.getBigDecimal("least_income"),
                        row.getBigDecimal("most"),
                        row.getBigDecimal("most_of_net"),
                        steps.getOrDefault(id, List.of())),
                Scheme.State.valueOf(row.getString("state")),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                row.getString("recorded_by_person"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("decision"),
                row.getString("decided_by_person"),
                row.getString("dropped_reason"),
                row.getBigDecimal("paid"),
                row.getInt("villages"));
    }

    private JdbcClient.StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }
}
