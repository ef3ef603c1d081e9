package io.qiangcun.economy.income;

import static java.util.stream.Collectors.joining;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.economy.EconomyAuthorities;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A county says what counts as which income; what was counted before stays as it was. */
@Service
@Transactional
public class IncomeFormulas {

    private static final String MAY_DEFINE = "hasAuthority('" + EconomyAuthorities.DEFINE_INCOME + "')";

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncomeFormulas(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** @param yearFrom this year, as long as none of its months is locked, or a later one */
    public record Define(UUID id, String name, int yearFrom, String source, List<IncomeFormula.Term> terms) {

        public Define {
            terms = List.copyOf(terms);
        }
    }

    /** Once, however often sent. */
    @PreAuthorize(MAY_DEFINE)
    public void define(Jurisdiction jurisdiction, Actor actor, Define command) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new IncomeFormulaRefused(null, "county-only");
        }
        var county = jurisdiction.root().value();
        database.sql("select pg_advisory_xact_lock(hashtext(:county))")
                .param("county", "income " + county)
                .query(row -> {});
        var known = database.sql("select formula_id from economy_income_formula where within = :county")
                .param("county", county)
                .query(UUID.class)
                .set();
        if (known.contains(command.id())) {
            return;
        }
        check(command, county);
        write(actor, command, county);
        events.publishEvent(new IncomeFormulaDefined(
                command.name(),
                command.yearFrom(),
                command.terms().stream()
                        .map(term -> term.account() + " " + term.kind())
                        .collect(joining(", ")),
                jurisdiction.root()));
    }

    private void check(Define command, String county) {
        var thisYear = LocalDate.now(clock).getYear();
        if (command.yearFrom() < thisYear) {
            throw new IncomeFormulaRefused("yearFrom", "past", Integer.toString(thisYear));
        }
        if (isTaken(county, command.yearFrom())) {
            throw new IncomeFormulaRefused("yearFrom", "taken", Integer.toString(command.yearFrom()));
        }
        if (hasLockedMonth(county, command.yearFrom())) {
            throw new IncomeFormulaRefused("yearFrom", "locked", Integer.toString(command.yearFrom() + 1));
        }
        if (command.terms().stream().noneMatch(term -> term.kind() == IncomeKind.OPERATING)) {
            throw new IncomeFormulaRefused(null, "no-operating");
        }
        var seen = new HashSet<String>();
        var known = heads();
        for (var term : command.terms()) {
            var head = term.account().substring(0, Math.min(3, term.account().length()));
            if (!known.contains(term.regime() + " " + head)) {
                throw new IncomeFormulaRefused("accounts", "no-account", term.account());
            }
            if (!seen.add(term.regime() + " " + term.account())) {
                throw new IncomeFormulaRefused("accounts", "twice", term.account());
            }
        }
    }

    private Set<String> heads() {
        return database.sql("select regime || ' ' || code from economy_chart_account where length(code) = 3")
                .query(String.class)
                .set();
    }

    private boolean isTaken(String county, int year) {
        return database.sql("""
                select exists (select from economy_income_formula where within = :county and year_from = :year)
                """)
                .param("county", county)
                .param("year", year)
                .query(Boolean.class)
                .single();
    }

    private boolean hasLockedMonth(String county, int year) {
        return database.sql("""
                select exists (select from locked_month where county_code = :county and extract(year from month) = :year)
                """)
                .param("county", county)
                .param("year", year)
                .query(Boolean.class)
                .single();
    }

    private void write(Actor actor, Define command, String county) {
        database.sql("""
                insert into economy_income_formula (formula_id, within, year_from, name, basis_kind, source, recorded_at,
                  recorded_by, recorded_by_person)
                values (:id, :county, :year, :name, 'LOCAL', :source, :at, :by, :person)
                """)
                .param("id", command.id())
                .param("county", county)
                .param("year", command.yearFrom())
                .param("name", command.name())
                .param("source", command.source())
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.login())
                .param("person", actor.holder())
                .update();
        for (var term : command.terms()) {
            database.sql("""
                    insert into economy_income_term (formula_id, regime, account, kind)
                    values (:id, :regime, :account, :kind)
                    """)
                    .param("id", command.id())
                    .param("regime", term.regime())
                    .param("account", term.account())
                    .param("kind", term.kind().name())
                    .update();
        }
    }
}
