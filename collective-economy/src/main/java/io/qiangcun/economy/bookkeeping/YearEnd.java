package io.qiangcun.economy.bookkeeping;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.DraftVoucher;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts what closes a year (年末结转): income, then expenses to the result, then the result to what can be distributed. */
@Service
@Transactional
public class YearEnd {

    private final JdbcClient database;
    private final VoucherService vouchers;

    YearEnd(JdbcClient database, VoucherService vouchers) {
        this.database = database;
        this.vouchers = vouchers;
    }

    /** What the vouchers say they are for. */
    public record Words(String income, String expenses, String result) {}

    private record Stand(String accountCode, @Nullable String detail, BigDecimal balance) {}

    private record Targets(String resultAccount, String undistributedAccount) {}

    /**
     * Everything dated in the year has to count first, for what comes later is not in the drafts.
     *
     * @throws YearEndRefused if vouchers wait, or nothing is left to be transferred
     */
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.WRITE_VOUCHERS + "')")
    public void draft(Jurisdiction jurisdiction, Actor actor, BookId book, int year, Words words) {
        var targets = targets(jurisdiction, book);
        if (waits(jurisdiction, book, year)) {
            throw new YearEndRefused("vouchers-wait");
        }
        var stands = stands(jurisdiction, book, year);
        var income = transfer(stands, stand -> stand.balance().signum() < 0, targets.resultAccount());
        var expenses = transfer(stands, stand -> stand.balance().signum() > 0, targets.resultAccount());
        if (income.isEmpty() && expenses.isEmpty()) {
            throw new YearEndRefused("nothing-left");
        }
        draft(jurisdiction, actor, book, year, words.income(), income);
        draft(jurisdiction, actor, book, year, words.expenses(), expenses);
        var result = stands.stream()
                .map(Stand::balance)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .negate();
        if (result.signum() != 0) {
            draft(
                    jurisdiction,
                    actor,
                    book,
                    year,
                    words.result(),
                    List.of(
                            line(targets.resultAccount(), null, result),
                            line(targets.undistributedAccount(), null, result.negate())));
        }
    }

    private void draft(
            Jurisdiction jurisdiction,
            Actor actor,
            BookId book,
            int year,
            String summary,
            List<DraftVoucher.Line> lines) {
        if (!lines.isEmpty()) {
            vouchers.draft(
                    jurisdiction,
                    actor,
                    new DraftVoucher(
                            VoucherId.next(),
                            book,
                            LocalDate.of(year, 12, 31),
                            VoucherKind.CLOSING,
                            summary,
                            0,
                            null,
                            lines));
        }
    }

    private static List<DraftVoucher.Line> transfer(List<Stand> stands, Predicate<Stand> which, String target) {
        var lines = new ArrayList<DraftVoucher.Line>();
        var sum = BigDecimal.ZERO;
        for (var stand : stands) {
            if (which.test(stand)) {
                lines.add(line(
                        stand.accountCode(), stand.detail(), stand.balance().negate()));
                sum = sum.add(stand.balance());
            }
        }
        if (!lines.isEmpty()) {
            lines.add(line(target, null, sum));
        }
        return lines;
    }

    /** @param amount debit positive */
    private static DraftVoucher.Line line(String account, @Nullable String detail, BigDecimal amount) {
        return new DraftVoucher.Line(
                new AccountCode(account),
                detail,
                amount.signum() > 0 ? Side.DEBIT : Side.CREDIT,
                new Money(amount.abs()),
                "");
    }

    private boolean waits(Jurisdiction jurisdiction, BookId book, int year) {
        return database.sql("""
                select exists (select from economy_voucher
                  where book_id = :book and state in ('DRAFT', 'SUBMITTED', 'REVIEWED')
                    and dated >= :from and dated <= :to and place_code >= :lo and place_code < :hi)
                """)
                .param("book", book.value())
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Boolean.class)
                .single();
    }

    private List<Stand> stands(Jurisdiction jurisdiction, BookId book, int year) {
        return database.sql("""
                select b.account_code, d.name as detail, sum(b.debit - b.credit) as balance
                  from economy_balance b
                    join economy_account a on a.book_id = b.book_id and a.code = b.account_code and a.category = 'PROFIT_LOSS'
                    left join economy_detail d on d.detail_id = b.detail_id
                  where b.book_id = :book and b.year = :year and b.place_code >= :lo and b.place_code < :hi
                  group by b.account_code, d.name
                  having sum(b.debit - b.credit) <> 0
                  order by b.account_code, d.name
                """)
                .param("book", book.value())
                .param("year", year)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Stand.class)
                .list();
    }

    private Targets targets(Jurisdiction jurisdiction, BookId book) {
        return database.sql("""
                select r.result_account, r.undistributed_account
                  from economy_book b join economy_regime r on r.regime = b.regime
                  where b.book_id = :book and b.place_code >= :lo and b.place_code < :hi
                """)
                .param("book", book.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Targets.class)
                .optional()
                .orElseThrow(() -> new BookNotFound(book));
    }
}
