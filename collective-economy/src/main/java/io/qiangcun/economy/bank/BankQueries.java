package io.qiangcun.economy.bank;

import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the bank and the book say of the same account. */
@Component
@Transactional(readOnly = true)
public class BankQueries {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')";

    /** Lines of the book; whatever was taken back before anybody matched it stands for nothing at the bank. */
    private static final String BOOK_LINES = """
            select l.voucher_id, l.line_no, v.dated, v.number, coalesce(nullif(l.summary, ''), v.summary) as summary,
                case l.side when 'D' then l.amount else -l.amount end as amount
              from economy_line l
                join economy_voucher v on v.voucher_id = l.voucher_id and v.state = 'POSTED' and v.kind <> 'OPENING'
                left join economy_voucher o on o.voucher_id = v.corrects and v.kind = 'RED'
                left join economy_bank_match m on m.voucher_id = l.voucher_id and m.line_no = l.line_no and m.undone_at is null
                left join economy_bank_line b on b.line_id = m.line_id
              where l.book_id = :book and l.account_code = :account and l.month >= date_trunc('month', cast(:from as date))
                and l.month <= :end and v.dated >= :from and v.dated <= :end
                and l.place_code >= :lo and l.place_code < :hi
                and (m.match_id is null or b.dated > :end)
                and not exists (select from economy_voucher r
                  where m.match_id is null and r.corrects = v.voucher_id and r.kind = 'RED' and r.state = 'POSTED' and r.dated <= :end)
                and not (m.match_id is null and o.voucher_id is not null and o.dated >= :from and not exists (
                  select from economy_bank_match w where w.voucher_id = o.voucher_id and w.undone_at is null))
              order by v.dated, v.number, l.line_no
            """;

    private static final LocalDate FAR = LocalDate.of(9999, 1, 1);

    private final JdbcClient database;
    private final RuleParameters parameters;
    private final Clock clock;

    BankQueries(JdbcClient database, RuleParameters parameters, Clock clock) {
        this.database = database;
        this.parameters = parameters;
        this.clock = clock;
    }

    /**
     * An account that money in a bank is kept under.
     *
     * @param lastDay up to which the bank's statements came in; null where none did
     */
    public record BankAccount(
            String code, String name, @Nullable LocalDate lastDay) {}

    /** Those of a book, in the order of their codes. */
    @PreAuthorize(MAY_READ)
    public List<BankAccount> accounts(Jurisdiction jurisdiction, BookId book) {
        return database.sql("""
                select a.code, a.name, (select max(dated) from economy_bank_line l
                    where l.book_id = a.book_id and l.account_code = a.code) as last_day
                  from economy_book b
                    join economy_bank_ground g on g.regime = b.regime
                    join economy_account a on a.book_id = b.book_id and a.leaf and starts_with(a.code, g.account)
                  where b.book_id = :book and b.place_code >= :lo and b.place_code < :hi
                  order by a.code
                """)
                .param("book", book.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(BankAccount.class)
                .list();
    }

    private record Standing(
            @Nullable LocalDate since, @Nullable BigDecimal bankBalance, BigDecimal bookBalance) {}

    @PreAuthorize(MAY_READ)
    public Reconciliation reconciliation(Jurisdiction jurisdiction, BookId book, AccountCode account, YearMonth month) {
        var end = month.atEndOfMonth();
        var standing = standing(jurisdiction, book, account, month);
        return new Reconciliation(
                month,
                standing.since(),
                standing.bankBalance(),
                standing.bookBalance(),
                bankLines(jurisdiction, book, account, end),
                bookLines(jurisdiction, book, account, Optional.ofNullable(standing.since()), end),
                matched(jurisdiction, book, account, month),
                gaps(jurisdiction, book, account, end));
    }

    private Standing standing(Jurisdiction jurisdiction, BookId book, AccountCode account, YearMonth month) {
        return of(jurisdiction, book, account, """
                select (select min(dated) from economy_bank_line
                    where book_id = :book and account_code = :account and place_code >= :lo and place_code < :hi) as since,
                  (select balance from economy_bank_line
                    where book_id = :book and account_code = :account and dated <= :end and place_code >= :lo and place_code < :hi
                    order by dated desc, position desc limit 1) as bank_balance,
                  (select coalesce(sum(debit - credit), 0) from economy_balance
                    where book_id = :book and account_code = :account and year = :year and month <= :month
                      and place_code >= :lo and place_code < :hi) as book_balance
                """)
                .param("end", month.atEndOfMonth())
                .param("year", month.getYear())
                .param("month", month.getMonthValue())
                .query(Standing.class)
                .single();
    }

    /** Lines of the bank of which something is not in the book by the end of a day. */
    List<BankLine> bankLines(Jurisdiction jurisdiction, BookId book, AccountCode account, LocalDate end) {
        return of(jurisdiction, book, account, """
                select b.line_id, b.dated, b.amount, b.balance, b.counterparty, b.words, b.reference,
                    b.amount - coalesce(sum(case l.side when 'D' then l.amount else -l.amount end) filter (where v.dated <= :end), 0) as "left"
                  from economy_bank_line b
                    left join economy_bank_match m on m.line_id = b.line_id and m.undone_at is null
                    left join economy_line l on l.voucher_id = m.voucher_id and l.line_no = m.line_no
                    left join economy_voucher v on v.voucher_id = m.voucher_id
                  where b.book_id = :book and b.account_code = :account and b.dated <= :end and b.place_code >= :lo and b.place_code < :hi
                  group by b.line_id
                  having b.amount <> coalesce(sum(case l.side when 'D' then l.amount else -l.amount end) filter (where v.dated <= :end), 0)
                  order by b.dated, b.position
                """)
                .param("end", end)
                .query(BankLine.class)
                .list();
    }

    /** @param from empty: nothing came from the bank, so nothing is missing there */
    List<BookLine> bookLines(
            Jurisdiction jurisdiction, BookId book, AccountCode account, Optional<LocalDate> from, LocalDate end) {
        return from.map(since -> of(jurisdiction, book, account, BOOK_LINES)
                        .param("from", since)
                        .param("end", end)
                        .query(BookLine.class)
                        .list())
                .orElse(List.of());
    }

    private record Part(
            UUID lineId,
            LocalDate bankDated,
            BigDecimal bankAmount,
            BigDecimal balance,
            String counterparty,
            String words,
            String reference,
            UUID voucherId,
            int lineNo,
            LocalDate dated,
            int number,
            String summary,
            BigDecimal amount,
            boolean byHand,
            String recordedByPerson) {

        BankLine bank() {
            return new BankLine(
                    lineId, bankDated, bankAmount, balance, counterparty, words, reference, BigDecimal.ZERO);
        }

        BookLine book() {
            return new BookLine(voucherId, lineNo, dated, number, summary, amount);
        }
    }

    private List<BankMatch> matched(Jurisdiction jurisdiction, BookId book, AccountCode account, YearMonth month) {
        var parts = of(jurisdiction, book, account, """
                select b.line_id, b.dated as bank_dated, b.amount as bank_amount, b.balance, b.counterparty, b.words, b.reference,
                    l.voucher_id, l.line_no, v.dated, v.number, coalesce(nullif(l.summary, ''), v.summary) as summary,
                    case l.side when 'D' then l.amount else -l.amount end as amount, m.by_hand, m.recorded_by_person
                  from economy_bank_line b
                    join economy_bank_match m on m.line_id = b.line_id and m.undone_at is null
                    join economy_line l on l.voucher_id = m.voucher_id and l.line_no = m.line_no
                    join economy_voucher v on v.voucher_id = l.voucher_id
                  where b.book_id = :book and b.account_code = :account and b.dated between :begin and :end
                    and b.place_code >= :lo and b.place_code < :hi
                  order by b.dated, b.position, v.dated, v.number, l.line_no
                """)
                .param("begin", month.atDay(1))
                .param("end", month.atEndOfMonth())
                .query(Part.class)
                .list();
        var byLine = new LinkedHashMap<UUID, BankMatch>();
        for (var part : parts) {
            byLine.merge(
                    part.lineId(),
                    new BankMatch(part.bank(), List.of(part.book()), part.byHand(), part.recordedByPerson()),
                    (one, other) -> {
                        var lines = new ArrayList<>(one.book());
                        lines.addAll(other.book());
                        return new BankMatch(one.bank(), lines, one.byHand(), one.recordedByPerson());
                    });
        }
        return List.copyOf(byLine.values());
    }

    private List<Reconciliation.Gap> gaps(Jurisdiction jurisdiction, BookId book, AccountCode account, LocalDate end) {
        return of(jurisdiction, book, account, """
                select before, ended, dated, begins from (
                  select lag(dated) over w as before, lag(balance) over w as ended, dated, balance - amount as begins
                    from economy_bank_line
                    where book_id = :book and account_code = :account and dated <= :end and place_code >= :lo and place_code < :hi
                    window w as (order by dated, position)) line
                  where ended <> begins
                  order by dated
                  limit 10
                """)
                .param("end", end)
                .query(Reconciliation.Gap.class)
                .list();
    }

    /** All pairs that may be matched now, by amount and day. */
    List<Pairing.Pair> pairs(Jurisdiction jurisdiction, BookId book, AccountCode account) {
        var bank = bankLines(jurisdiction, book, account, FAR);
        if (bank.isEmpty()) {
            return List.of();
        }
        var days = parameters.wholeNumber("economy.bank.days", LocalDate.now(clock));
        var from = bank.get(0).dated().minusDays(days);
        var undone =
                of(jurisdiction, book, account, """
                select m.line_id, m.voucher_id, m.line_no
                  from economy_bank_match m join economy_bank_line b on b.line_id = m.line_id
                  where b.book_id = :book and b.account_code = :account and m.undone_at is not null
                    and m.place_code >= :lo and m.place_code < :hi
                """).query(Pairing.Undone.class).list();
        return new Pairing(days)
                .of(
                        bank.stream()
                                .filter(line -> line.left().compareTo(line.amount()) == 0)
                                .toList(),
                        bookLines(jurisdiction, book, account, Optional.of(from), FAR),
                        new HashSet<>(undone));
    }

    /** A line of the bank that nothing is matched with. */
    Optional<BankLine> open(Jurisdiction jurisdiction, BookId book, AccountCode account, BankLineId id) {
        return bankLines(jurisdiction, book, account, FAR).stream()
                .filter(line -> line.lineId().equals(id.value()) && line.left().compareTo(line.amount()) == 0)
                .findFirst();
    }

    private StatementSpec of(Jurisdiction jurisdiction, BookId book, AccountCode account, String sql) {
        return database.sql(sql)
                .param("book", book.value())
                .param("account", account.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi());
    }
}
