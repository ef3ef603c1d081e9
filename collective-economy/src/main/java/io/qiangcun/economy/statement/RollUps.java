package io.qiangcun.economy.statement;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds statements up over the books of many places, in as many database statements for a county as for a village. */
@Component
@Transactional(readOnly = true)
public class RollUps {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')";
    private static final String BOOKS = """
            with books as materialized (
              select b.book_id, b.place_code
                from economy_book b
                where b.regime = (select regime from economy_statement where statement = :statement)
                  and b.place_code >= :lo and b.place_code < :hi
                  and exists (select from economy_year y where y.book_id = b.book_id and y.year = :year))
            """;

    private final JdbcClient database;
    private final StatementQueries statements;

    RollUps(JdbcClient database, StatementQueries statements) {
        this.database = database;
        this.statements = statements;
    }

    /**
     * A statement that can be added up.
     *
     * @param variant A or B; null where there is one order only
     * @param headline key of the line that says most
     */
    public record Form(
            String statement,
            StatementForm.Kind kind,
            String name,
            String regimeName,
            @Nullable String variant,
            String headline) {}

    /** Those whose regulation any book of the jurisdiction is kept by. */
    @PreAuthorize(MAY_READ)
    public List<Form> forms(Jurisdiction jurisdiction) {
        return database.sql("""
                select s.statement, s.kind, s.name, r.name as regime_name, s.variant, s.headline
                  from economy_statement s join economy_regime r on r.regime = s.regime
                  where exists (select from economy_book b
                    where b.regime = s.regime and b.place_code >= :lo and b.place_code < :hi)
                  order by r.valid_from desc, s.kind, s.variant
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Form.class)
                .list();
    }

    private record PartSum(String part, AccountSum sum) {}

    private record PartMove(String part, Balances.Move move) {}

    private record Kept(
            UUID bookId,
            String placeCode,
            String name,
            @Nullable String statement,
            boolean kept) {}

    /**
     * At the end of a month.
     *
     * @param digits of the codes of the places that are shown as parts
     * @throws StatementNotFound if there is no such statement
     */
    @PreAuthorize(MAY_READ)
    public RollUp of(Jurisdiction jurisdiction, Form form, YearMonth upTo, int digits) {
        var template = statements.lines(form.statement());
        var sums = sums(jurisdiction, form, template, upTo.getYear(), upTo.getMonthValue(), digits);
        var moves = form.kind() == StatementForm.Kind.INCOME
                ? moves(jurisdiction, form, upTo, digits)
                : List.<PartMove>of();
        var whole = Statement.of(
                form.name(), template, balances(sums, moves, null), before(jurisdiction, form, template, upTo));
        return new RollUp(whole, parts(jurisdiction, form, upTo, digits, template, sums, moves));
    }

    private Balances before(Jurisdiction jurisdiction, Form form, List<Statement.Template> template, YearMonth upTo) {
        if (form.kind() == StatementForm.Kind.BALANCE_SHEET) {
            return balances(sums(jurisdiction, form, template, upTo.getYear(), 0, 2), List.of(), null);
        }
        var lastYear = upTo.minusYears(1);
        return balances(
                sums(jurisdiction, form, template, lastYear.getYear(), lastYear.getMonthValue(), 2),
                moves(jurisdiction, form, lastYear, 2),
                null);
    }

    private static Balances balances(List<PartSum> sums, List<PartMove> moves, @Nullable String part) {
        return new Balances(
                sums.stream()
                        .filter(sum -> part == null || sum.part().equals(part))
                        .map(PartSum::sum)
                        .toList(),
                moves.stream()
                        .filter(move -> part == null || move.part().equals(part))
                        .map(PartMove::move)
                        .toList());
    }

    private List<RollUp.Part> parts(
            Jurisdiction jurisdiction,
            Form form,
            YearMonth upTo,
            int digits,
            List<Statement.Template> template,
            List<PartSum> sums,
            List<PartMove> moves) {
        var kept = kept(jurisdiction, form, upTo.getYear());
        var byPart = kept.stream().collect(Collectors.groupingBy(book -> part(book.placeCode(), digits)));
        var names = names(byPart.keySet());
        var sumsOf = sums.stream().collect(Collectors.groupingBy(PartSum::part));
        var parts = new ArrayList<RollUp.Part>();
        for (var part : new TreeSet<>(byPart.keySet())) {
            var books = byPart.getOrDefault(part, List.of());
            var statement = Statement.of(
                    form.name(), template, balances(sumsOf.getOrDefault(part, List.of()), moves, part), null);
            parts.add(new RollUp.Part(
                    part,
                    names.getOrDefault(part, part),
                    (int) books.stream().filter(Kept::kept).count(),
                    (int) books.stream().filter(book -> !book.kept()).count(),
                    books.stream()
                            .filter(book -> book.kept() && book.statement() != null)
                            .map(book -> new RollUp.Book(
                                    book.bookId(), book.placeCode(), book.name(), String.valueOf(book.statement())))
                            .toList(),
                    statement.lines().stream().collect(Collectors.toMap(Statement.Line::key, Statement.Line::amount))));
        }
        return parts;
    }

    private static String part(String place, int digits) {
        return place.substring(0, Math.min(digits, place.length()));
    }

    private Map<String, String> names(Iterable<String> places) {
        var codes = new ArrayList<String>();
        places.forEach(codes::add);
        return database
                .sql("select place_code, name from place where place_code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("place_code"), row.getString("name")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Kept> kept(Jurisdiction jurisdiction, Form form, int year) {
        return of(jurisdiction, form, year, """
                select b.book_id, b.place_code, b.name,
                    (select o.statement from economy_statement o where o.regime = s.regime and o.kind = s.kind
                      and (o.variant is null or o.variant = b.variant) order by o.valid_from desc limit 1) as statement,
                    exists (select from economy_year y where y.book_id = b.book_id and y.year = :year) as kept
                  from economy_book b join economy_statement s on s.regime = b.regime and s.statement = :statement
                  where b.place_code >= :lo and b.place_code < :hi
                  order by b.place_code, b.name
                """).query(Kept.class).list();
    }

    /** Book by book, as the key of balances lies. Details are kept apart only below 113 and the like, where each household's balance is shown on its own side. */
    private List<PartSum> sums(
            Jurisdiction jurisdiction, Form form, List<Statement.Template> template, int year, int upTo, int digits) {
        return of(jurisdiction, form, year, BOOKS + """
                , moved as materialized (
                  select b.book_id, b.place_code, d.*
                    from books b cross join lateral (
                      select m.account_code, m.detail_id,
                          coalesce(sum(m.debit - m.credit) filter (where m.month = 0), 0) as opening,
                          sum(m.debit - m.credit) as ended,
                          coalesce(sum(m.debit - m.closing_debit) filter (where m.month > 0), 0) as debits,
                          coalesce(sum(m.credit - m.closing_credit) filter (where m.month > 0), 0) as credits
                        from economy_balance m
                        where m.book_id = b.book_id and m.year = :year and m.month <= :up_to
                          and left(m.account_code, 3) = any(:asked)
                        group by m.account_code, m.detail_id) d),
                netted as (
                  select place_code, min(account_code) as account_code, sum(ended) as net
                    from moved
                    where left(account_code, 3) = any(:netted)
                    group by book_id, place_code, left(account_code, 3), detail_id),
                apart as (
                  select left(place_code, :digits) as part, account_code, sum(greatest(net, 0)) as owed,
                      sum(greatest(-net, 0)) as owing
                    from netted group by 1, 2),
                added as (
                  select left(place_code, :digits) as part, account_code, sum(opening) as opening, sum(ended) as ended,
                      sum(debits) as debits, sum(credits) as credits
                    from moved group by 1, 2)
                select a.part, a.account_code as account, a.opening, a.ended, coalesce(p.owed, 0) as owed,
                    coalesce(p.owing, 0) as owing, a.debits, a.credits
                  from added a left join apart p on p.part = a.part and p.account_code = a.account_code
                """)
                .param("up_to", upTo)
                .param("digits", digits)
                .param("asked", distinct(template, Formula::balances))
                .param("netted", distinct(template, formula -> formula.detailed().stream()))
                .query((row, number) -> new PartSum(
                        row.getString("part"),
                        new AccountSum(
                                row.getString("account"),
                                row.getBigDecimal("opening"),
                                row.getBigDecimal("ended"),
                                row.getBigDecimal("owed"),
                                row.getBigDecimal("owing"),
                                row.getBigDecimal("debits"),
                                row.getBigDecimal("credits"))))
                .list();
    }

    private static String[] distinct(List<Statement.Template> template, Function<Formula, Stream<String>> what) {
        return template.stream()
                .flatMap(line -> what.apply(line.formula()))
                .distinct()
                .toArray(String[]::new);
    }

    private List<PartMove> moves(Jurisdiction jurisdiction, Form form, YearMonth upTo, int digits) {
        return of(jurisdiction, form, upTo.getYear(), BOOKS + """
                , touched as materialized (
                  select distinct l.voucher_id
                    from books b
                      join economy_account a on a.book_id = b.book_id and starts_with(a.code, (
                        select c.parent from economy_regime r
                            join economy_chart_account c on c.regime = r.regime and c.code = r.undistributed_account
                          where r.regime = (select regime from economy_statement where statement = :statement)))
                      join economy_line l on l.book_id = a.book_id and l.account_code = a.code and l.month >= :from and l.month <= :to),
                counted as materialized (
                  select v.voucher_id, v.place_code
                    from touched t join economy_voucher v on v.voucher_id = t.voucher_id
                    where v.state = 'POSTED' and v.kind not in ('CLOSING', 'OPENING')
                      and not exists (select from economy_voucher c where c.voucher_id = v.corrects and c.kind = 'CLOSING')),
                lines as (
                  select v.place_code, l.voucher_id, l.account_code, l.side, l.amount,
                      sum(l.amount) filter (where l.side = 'D') over (partition by l.voucher_id) as total
                    from counted v join economy_line l on l.voucher_id = v.voucher_id),
                shares as (
                  select d.place_code, d.account_code as debited, c.account_code as credited, d.voucher_id,
                      d.amount * c.amount / nullif(d.total, 0) as amount
                    from lines d join lines c on c.voucher_id = d.voucher_id and c.side = 'C'
                    where d.side = 'D' and d.total <> 0)
                select left(place_code, :digits) as part, debited, credited, round(sum(amount), 2) as amount
                  from shares group by 1, 2, 3
                """)
                .param("from", upTo.withMonth(1).atDay(1))
                .param("to", upTo.atDay(1))
                .param("digits", digits)
                .query((row, number) -> new PartMove(
                        row.getString("part"),
                        new Balances.Move(
                                row.getString("debited"),
                                row.getString("credited"),
                                amount(row.getBigDecimal("amount")))))
                .list();
    }

    private static BigDecimal amount(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private StatementSpec of(Jurisdiction jurisdiction, Form form, int year, String sql) {
        return database.sql(sql)
                .param("statement", form.statement())
                .param("year", year)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi());
    }
}
