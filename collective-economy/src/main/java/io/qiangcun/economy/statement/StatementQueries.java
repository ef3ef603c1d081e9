package io.qiangcun.economy.statement;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.AccountRow;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads statements, trial balances and ledgers of one book. A year is read from its balances, however many lines it has. */
@Component
@Transactional(readOnly = true)
public class StatementQueries {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')";
    private static final UUID NO_DETAIL = new UUID(0, 0);

    private final JdbcClient database;
    private final BookQueries books;

    StatementQueries(JdbcClient database, BookQueries books) {
        this.database = database;
        this.books = books;
    }

    /** What the regulation of the book knows, income in the order that the book chose. */
    @PreAuthorize(MAY_READ)
    public List<StatementForm> forms(Jurisdiction jurisdiction, BookId id) {
        return forms(find(jurisdiction, id));
    }

    private List<StatementForm> forms(BookRow book) {
        return database.sql("""
                select distinct on (kind) statement, kind, name
                  from economy_statement
                  where regime = :regime and (variant is null or variant = :variant)
                  order by kind, valid_from desc
                """)
                .param("regime", book.regime())
                .param("variant", book.variant().name())
                .query(StatementForm.class)
                .list();
    }

    /**
     * A balance sheet at the end of the month beside the beginning of the year; income since the year began beside the same
     * time a year before.
     */
    @PreAuthorize(MAY_READ)
    public Statement statement(Jurisdiction jurisdiction, BookId id, String code, YearMonth upTo) {
        var book = find(jurisdiction, id);
        var form = forms(book).stream()
                .filter(known -> known.statement().equals(code))
                .findFirst()
                .orElseThrow(() -> new StatementNotFound(code));
        requireYear(jurisdiction, id, upTo.getYear());
        var now = balances(jurisdiction, id, upTo.getYear(), upTo.getMonthValue());
        return Statement.of(form.name(), lines(code), now, before(jurisdiction, id, form.kind(), upTo));
    }

    /** Every statement of the book, filled in from the same balances. */
    @PreAuthorize(MAY_READ)
    public Map<StatementForm, Statement> statements(Jurisdiction jurisdiction, BookId id, YearMonth upTo) {
        var forms = forms(jurisdiction, id);
        requireYear(jurisdiction, id, upTo.getYear());
        var now = balances(jurisdiction, id, upTo.getYear(), upTo.getMonthValue());
        var filled = new LinkedHashMap<StatementForm, Statement>();
        for (var form : forms) {
            filled.put(
                    form,
                    Statement.of(
                            form.name(), lines(form.statement()), now, before(jurisdiction, id, form.kind(), upTo)));
        }
        return filled;
    }

    private @Nullable Balances before(Jurisdiction jurisdiction, BookId id, StatementForm.Kind kind, YearMonth upTo) {
        if (kind == StatementForm.Kind.BALANCE_SHEET) {
            return balances(jurisdiction, id, upTo.getYear(), 0);
        }
        var lastYear = upTo.getYear() - 1;
        return hasYear(jurisdiction, id, lastYear) ? balances(jurisdiction, id, lastYear, upTo.getMonthValue()) : null;
    }

    List<Statement.Template> lines(String code) {
        return database.sql("""
                select line_key, label, formula, half, total, part, equals
                  from economy_statement_line where statement = :statement order by position
                """)
                .param("statement", code)
                .query((row, number) -> new Statement.Template(
                        row.getString("line_key"),
                        row.getString("label"),
                        Formula.parse(row.getString("formula")),
                        row.getString("half"),
                        row.getBoolean("total"),
                        row.getString("equals")))
                .list();
    }

    /** Details are netted over all that lies below an account of the regulation: one balance for each household. */
    private Balances balances(Jurisdiction jurisdiction, BookId id, int year, int upTo) {
        var accounts = of(jurisdiction, id, """
                with moved as (
                  select account_code, detail_id,
                      coalesce(sum(debit - credit) filter (where month = 0), 0) as opening,
                      sum(debit - credit) as ended,
                      coalesce(sum(debit - closing_debit) filter (where month > 0), 0) as debits,
                      coalesce(sum(credit - closing_credit) filter (where month > 0), 0) as credits
                    from economy_balance
                    where book_id = :book and year = :year and month <= :up_to and place_code >= :lo and place_code < :hi
                    group by account_code, detail_id),
                netted as (
                  select *, case when row_number() over (partition by left(account_code, 3), detail_id order by account_code) = 1
                      then sum(ended) over (partition by left(account_code, 3), detail_id) else 0 end as net
                    from moved)
                select account_code as account, sum(opening) as opening, sum(ended) as ended, sum(greatest(net, 0)) as owed,
                    sum(greatest(-net, 0)) as owing, sum(debits) as debits, sum(credits) as credits
                  from netted group by account_code order by account_code
                """)
                .param("year", year)
                .param("up_to", upTo)
                .query(AccountSum.class)
                .list();
        return new Balances(accounts, upTo == 0 ? List.of() : moves(jurisdiction, id, year, upTo));
    }

    /** What went to or from the account of distribution. Several debits and credits in one voucher share in proportion. */
    private List<Balances.Move> moves(Jurisdiction jurisdiction, BookId id, int year, int upTo) {
        return of(jurisdiction, id, """
                with distribution as (
                  select a.parent as code
                    from economy_book b
                      join economy_regime r on r.regime = b.regime
                      join economy_chart_account a on a.regime = r.regime and a.code = r.undistributed_account
                    where b.book_id = :book),
                touched as (
                  select distinct l.voucher_id
                    from economy_line l
                    where l.book_id = :book and l.month >= :from and l.month <= :to and starts_with(l.account_code, (select code from distribution))
                      and l.place_code >= :lo and l.place_code < :hi),
                counted as (
                  select v.voucher_id
                    from economy_voucher v
                    where v.voucher_id in (select voucher_id from touched) and v.state = 'POSTED'
                      and v.kind not in ('CLOSING', 'OPENING')
                      and not exists (select from economy_voucher c where c.voucher_id = v.corrects and c.kind = 'CLOSING')),
                lines as (
                  select voucher_id, account_code, side, amount,
                      sum(amount) filter (where side = 'D') over (partition by voucher_id) as total
                    from economy_line where voucher_id in (select voucher_id from counted))
                select d.account_code as debited, c.account_code as credited,
                    round(sum(d.amount * c.amount / nullif(d.total, 0)), 2) as amount
                  from lines d join lines c on c.voucher_id = d.voucher_id and c.side = 'C'
                  where d.side = 'D' and d.total <> 0
                  group by d.account_code, c.account_code
                """)
                .param("from", YearMonth.of(year, 1).atDay(1))
                .param("to", YearMonth.of(year, upTo).atDay(1))
                .query(Balances.Move.class)
                .list();
    }

    /** What the accounts of a book moved in each month of a year, in one statement. */
    @PreAuthorize(MAY_READ)
    public MonthlyMoves monthly(Jurisdiction jurisdiction, BookId id, int year) {
        return new MonthlyMoves(of(jurisdiction, id, """
                select account_code as account, month, sum(debit) as debits, sum(credit) as credits
                  from economy_balance
                  where book_id = :book and year = :year and place_code >= :lo and place_code < :hi
                  group by account_code, month
                """)
                .param("year", year)
                .query(MonthlyMoves.Move.class)
                .list());
    }

    /** @param to in the year of {@code from} */
    @PreAuthorize(MAY_READ)
    public TrialBalance trialBalance(Jurisdiction jurisdiction, BookId id, YearMonth from, YearMonth to) {
        find(jurisdiction, id);
        requireYear(jurisdiction, id, from.getYear());
        var sums = sums(jurisdiction, id, from, to);
        var rows = books.accounts(jurisdiction, id).stream()
                .map(account -> row(account, sums))
                .filter(row -> row.before().signum() != 0
                        || row.yearDebits().signum() != 0
                        || row.yearCredits().signum() != 0
                        || row.after().signum() != 0)
                .toList();
        return new TrialBalance(rows);
    }

    private record Sums(
            String account,
            BigDecimal before,
            BigDecimal debits,
            BigDecimal credits,
            BigDecimal yearDebits,
            BigDecimal yearCredits) {}

    private List<Sums> sums(Jurisdiction jurisdiction, BookId id, YearMonth from, YearMonth to) {
        return of(jurisdiction, id, """
                select account_code as account,
                    coalesce(sum(debit - credit) filter (where month < :from), 0) as before,
                    coalesce(sum(debit) filter (where month >= :from), 0) as debits,
                    coalesce(sum(credit) filter (where month >= :from), 0) as credits,
                    coalesce(sum(debit) filter (where month > 0), 0) as year_debits,
                    coalesce(sum(credit) filter (where month > 0), 0) as year_credits
                  from economy_balance
                  where book_id = :book and year = :year and month <= :to and place_code >= :lo and place_code < :hi
                  group by account_code
                """)
                .param("year", from.getYear())
                .param("from", from.getMonthValue())
                .param("to", to.getMonthValue())
                .query(Sums.class)
                .list();
    }

    private static TrialBalance.Row row(AccountRow account, List<Sums> sums) {
        var below = sums.stream()
                .filter(sum -> sum.account().startsWith(account.code().value()))
                .toList();
        var before = add(below, Sums::before);
        var debits = add(below, Sums::debits);
        var credits = add(below, Sums::credits);
        return new TrialBalance.Row(
                account,
                before,
                debits,
                credits,
                add(below, Sums::yearDebits),
                add(below, Sums::yearCredits),
                before.add(debits).subtract(credits));
    }

    private static BigDecimal add(List<Sums> sums, Function<Sums, BigDecimal> what) {
        return sums.stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * @param detail one of the account, or null for all
     * @param to in the year of {@code from}
     */
    @PreAuthorize(MAY_READ)
    public Ledger ledger(
            Jurisdiction jurisdiction,
            BookId id,
            AccountCode code,
            @Nullable UUID detail,
            YearMonth from,
            YearMonth to) {
        find(jurisdiction, id);
        requireYear(jurisdiction, id, from.getYear());
        var account = books.account(jurisdiction, id, code).orElseThrow(() -> new StatementNotFound(code));
        var sums = monthly(jurisdiction, id, code, detail, from.getYear(), to.getMonthValue());
        var before = sums.stream()
                .filter(sum -> sum.month() < from.getMonthValue())
                .map(sum -> sum.debits().subtract(sum.credits()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Ledger(
                account,
                before,
                Ledger.running(before, posted(jurisdiction, id, code, detail, from, to)),
                months(sums, from, to),
                detail == null ? details(jurisdiction, id, code, to) : List.of());
    }

    private record Monthly(int month, BigDecimal debits, BigDecimal credits) {}

    private List<Monthly> monthly(
            Jurisdiction jurisdiction, BookId id, AccountCode code, @Nullable UUID detail, int year, int upTo) {
        return of(jurisdiction, id, """
                select month, sum(debit) as debits, sum(credit) as credits
                  from economy_balance
                  where book_id = :book and year = :year and month <= :up_to and starts_with(account_code, :account)
                    and (cast(:detail as uuid) is null or detail_id = :detail) and place_code >= :lo and place_code < :hi
                  group by month
                """)
                .param("account", code.value())
                .param("detail", detail)
                .param("year", year)
                .param("up_to", upTo)
                .query(Monthly.class)
                .list();
    }

    private static List<Ledger.Month> months(List<Monthly> sums, YearMonth from, YearMonth to) {
        var byMonth = sums.stream().collect(Collectors.toMap(Monthly::month, Function.identity()));
        var balance = BigDecimal.ZERO;
        var debits = BigDecimal.ZERO;
        var credits = BigDecimal.ZERO;
        var months = new ArrayList<Ledger.Month>();
        for (var month = 0; month <= to.getMonthValue(); month++) {
            var sum = byMonth.getOrDefault(month, new Monthly(month, BigDecimal.ZERO, BigDecimal.ZERO));
            balance = balance.add(sum.debits()).subtract(sum.credits());
            if (month > 0) {
                debits = debits.add(sum.debits());
                credits = credits.add(sum.credits());
            }
            if (month >= from.getMonthValue()) {
                months.add(new Ledger.Month(
                        YearMonth.of(from.getYear(), month), sum.debits(), sum.credits(), debits, credits, balance));
            }
        }
        return months;
    }

    private List<Ledger.Posted> posted(
            Jurisdiction jurisdiction,
            BookId id,
            AccountCode code,
            @Nullable UUID detail,
            YearMonth from,
            YearMonth to) {
        return of(jurisdiction, id, """
                select v.voucher_id, v.dated, v.number, case l.summary when '' then v.summary else l.summary end as summary,
                    l.account_code, a.name as account_name, d.name as detail,
                    (select string_agg(distinct o.account_code, '、' order by o.account_code) from economy_line o
                      where o.voucher_id = l.voucher_id and o.side <> l.side) as others,
                    case l.side when 'D' then l.amount else 0 end as debit,
                    case l.side when 'C' then l.amount else 0 end as credit
                  from economy_line l
                    join economy_voucher v on v.voucher_id = l.voucher_id
                    join economy_account a on a.book_id = l.book_id and a.code = l.account_code
                    left join economy_detail d on d.detail_id = l.detail_id
                  where l.book_id = :book and l.month >= :from and l.month <= :to and starts_with(l.account_code, :account)
                    and (cast(:detail as uuid) is null or l.detail_id = :detail)
                    and l.place_code >= :lo and l.place_code < :hi and v.state = 'POSTED' and v.kind <> 'OPENING'
                  order by l.month, v.number, l.line_no
                """)
                .param("account", code.value())
                .param("detail", detail)
                .param("from", from.atDay(1))
                .param("to", to.atDay(1))
                .query(Ledger.Posted.class)
                .list();
    }

    private List<Ledger.Detail> details(Jurisdiction jurisdiction, BookId id, AccountCode code, YearMonth to) {
        var balances = of(jurisdiction, id, """
                select b.detail_id, d.name, sum(b.debit - b.credit) as balance
                  from economy_balance b join economy_detail d on d.detail_id = b.detail_id
                  where b.book_id = :book and b.year = :year and b.month <= :to and starts_with(b.account_code, :account)
                    and b.detail_id <> :none and b.place_code >= :lo and b.place_code < :hi
                  group by b.detail_id, d.name
                """)
                .param("account", code.value())
                .param("none", NO_DETAIL)
                .param("year", to.getYear())
                .param("to", to.getMonthValue())
                .query(Ledger.Detail.class)
                .list();
        return balances.stream()
                .sorted(Comparator.comparing(
                                (Ledger.Detail detail) -> detail.balance().abs())
                        .reversed()
                        .thenComparing(Ledger.Detail::name))
                .toList();
    }

    /** What accounts stand at by the end of the month, debit positive, by their codes; parents hold what lies below. */
    @PreAuthorize(MAY_READ)
    public Map<String, BigDecimal> standing(Jurisdiction jurisdiction, BookId id, YearMonth at) {
        return trialBalance(jurisdiction, id, at, at).rows().stream()
                .collect(Collectors.toMap(row -> row.account().code().value(), TrialBalance.Row::after));
    }

    private BookRow find(Jurisdiction jurisdiction, BookId id) {
        return books.find(jurisdiction, id).orElseThrow(() -> new BookNotFound(id));
    }

    private void requireYear(Jurisdiction jurisdiction, BookId id, int year) {
        if (!hasYear(jurisdiction, id, year)) {
            throw new StatementNotFound(year);
        }
    }

    private boolean hasYear(Jurisdiction jurisdiction, BookId id, int year) {
        return of(jurisdiction, id, """
                select exists (select from economy_year
                  where book_id = :book and year = :year and place_code >= :lo and place_code < :hi)
                """)
                .param("year", year)
                .query(Boolean.class)
                .single();
    }

    private StatementSpec of(Jurisdiction jurisdiction, BookId id, String sql) {
        return database.sql(sql)
                .param("book", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi());
    }
}
