package io.qiangcun.economy.dividend;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.dividend.DividendQueries.Booking;
import io.qiangcun.economy.dividend.DividendQueries.Line;
import io.qiangcun.economy.dividend.DividendQueries.Part;
import io.qiangcun.economy.dividend.DividendQueries.View;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.DraftVoucher;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherRefused;
import io.qiangcun.economy.voucher.VoucherService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts the vouchers of a distribution where the cooperative keeps its book here; somebody else looks them over. What is
 * guaranteed is a cost and booked as such when it is owed, never here.
 */
@Service
@Transactional
public class DividendBookings {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_COOPERATIVES + "')";
    private static final int DECEMBER = 12;

    private final DividendQueries queries;
    private final BookQueries books;
    private final VoucherService vouchers;
    private final JdbcClient database;

    DividendBookings(DividendQueries queries, BookQueries books, VoucherService vouchers, JdbcClient database) {
        this.queries = queries;
        this.books = books;
        this.vouchers = vouchers;
        this.database = database;
    }

    /**
     * What vouchers say they are for.
     *
     * @param collective what the collective is called as a creditor
     * @param managers what the managers are called as creditors
     */
    public record Words(String shared, String cleared, String collective, String managers) {}

    /**
     * Into December while it is open, else on the day of the meeting. Again only if what was drafted before is void or taken
     * back.
     *
     * @param sheets how many receipts are attached, at least the minutes
     */
    @PreAuthorize(MAY_WRITE)
    public void book(Jurisdiction jurisdiction, Actor actor, DividendId id, int sheets, Words words) {
        var dividend = queries.find(jurisdiction, id);
        if (dividend.state() != DividendState.DECIDED) {
            throw new DividendStale(dividend.year());
        }
        requireNothingBooked(jurisdiction, id);
        var book = dividend.bookId();
        var accounts = book == null ? Map.<Part, String>of() : queries.accounts(jurisdiction, new BookId(book));
        if (book == null || accounts.isEmpty()) {
            throw new DividendRefused(null, "no-book");
        }
        var sum = new Money(dividend.earned());
        if (sum.isZero()) {
            throw new DividendRefused(null, "nothing-to-book");
        }
        var on = day(jurisdiction, new BookId(book), dividend);
        var shared = new ArrayList<DraftVoucher.Line>();
        shared.add(line(accounts, Part.DISTRIBUTED, null, Side.DEBIT, sum));
        credit(shared, accounts, Part.RESERVE, null, dividend.reserved());
        var lines = queries.lines(jurisdiction, id);
        var names = names(lines);
        lines.forEach(line -> credit(shared, accounts, Part.RETURNED, names.get(line.coopMemberId()), line.returned()));
        lines.forEach(line -> credit(shared, accounts, Part.SHARED, names.get(line.coopMemberId()), line.shared()));
        credit(shared, accounts, Part.OTHERS, words.collective(), dividend.collectiveAmount());
        credit(shared, accounts, Part.OTHERS, words.managers(), dividend.managersAmount());
        write(jurisdiction, actor, dividend, "SHARED", voucher(book(dividend), on, words.shared(), sheets, shared));
        write(
                jurisdiction,
                actor,
                dividend,
                "CLEARED",
                voucher(
                        book(dividend),
                        on,
                        words.cleared(),
                        sheets,
                        List.of(
                                line(accounts, Part.UNDISTRIBUTED, null, Side.DEBIT, sum),
                                line(accounts, Part.DISTRIBUTED, null, Side.CREDIT, sum))));
    }

    private LocalDate day(Jurisdiction jurisdiction, BookId book, View dividend) {
        var met = Objects.requireNonNull(dividend.meetingOn());
        var last = YearMonth.of(dividend.year(), DECEMBER);
        return last.atEndOfMonth().isBefore(met) && books.isOpen(jurisdiction, book, last) ? last.atEndOfMonth() : met;
    }

    /** Members of the same name are told apart by their numbers, so that none is paid for another. */
    private static Map<UUID, String> names(List<Line> lines) {
        var called = lines.stream().collect(Collectors.groupingBy(Line::name, Collectors.counting()));
        return lines.stream()
                .collect(Collectors.toMap(
                        Line::coopMemberId,
                        line -> Objects.requireNonNull(called.get(line.name())) > 1
                                ? line.name() + "（" + line.number() + "）"
                                : line.name()));
    }

    private static void credit(
            List<DraftVoucher.Line> lines,
            Map<Part, String> accounts,
            Part part,
            @Nullable String detail,
            BigDecimal amount) {
        if (amount.signum() > 0) {
            lines.add(line(accounts, part, detail, Side.CREDIT, new Money(amount)));
        }
    }

    private static DraftVoucher.Line line(
            Map<Part, String> accounts, Part part, @Nullable String detail, Side side, Money amount) {
        return new DraftVoucher.Line(
                new AccountCode(Objects.requireNonNull(accounts.get(part))), detail, side, amount, "");
    }

    private static BookId book(View dividend) {
        return new BookId(Objects.requireNonNull(dividend.bookId()));
    }

    private static DraftVoucher voucher(
            BookId book, LocalDate on, String summary, int sheets, List<DraftVoucher.Line> lines) {
        return new DraftVoucher(VoucherId.next(), book, on, VoucherKind.DISTRIBUTION, summary, sheets, null, lines);
    }

    /**
     * How members are paid out of the book.
     *
     * @param account from which account; null where the distribution is not booked
     * @param sheets receipts, at least the signed list
     */
    public record PayFrom(VoucherId voucher, @Nullable AccountCode account, int sheets, String summary) {}

    /** @throws DividendRefused if the distribution is booked and the money is from nowhere */
    void requireAccount(Jurisdiction jurisdiction, View dividend, PayFrom from) {
        var account = from.account();
        if (isBooked(jurisdiction, dividend.id())
                && (account == null
                        || queries.money(jurisdiction, book(dividend)).stream()
                                .noneMatch(money -> money.code().equals(account.value())))) {
            throw new DividendRefused("account", "no-account");
        }
    }

    /** Drafts the voucher of a payment if the distribution is booked. */
    void pay(Jurisdiction jurisdiction, Actor actor, View dividend, List<Line> paid, LocalDate on, PayFrom from) {
        var account = from.account();
        if (account == null
                || !isBooked(jurisdiction, dividend.id())
                || !vouchers.isNew(jurisdiction, from.voucher())) {
            return;
        }
        var accounts = queries.accounts(jurisdiction, book(dividend));
        var names = names(queries.lines(jurisdiction, dividend.id()));
        var lines = new ArrayList<DraftVoucher.Line>();
        for (var one : paid) {
            var name = names.get(one.coopMemberId());
            if (one.returned().signum() > 0) {
                lines.add(line(accounts, Part.RETURNED, name, Side.DEBIT, new Money(one.returned())));
            }
            if (one.shared().signum() > 0) {
                lines.add(line(accounts, Part.SHARED, name, Side.DEBIT, new Money(one.shared())));
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        lines.add(new DraftVoucher.Line(
                account,
                null,
                Side.CREDIT,
                Money.sum(lines.stream().map(DraftVoucher.Line::amount).toList()),
                ""));
        write(
                jurisdiction,
                actor,
                dividend,
                "PAID",
                new DraftVoucher(
                        from.voucher(),
                        book(dividend),
                        on,
                        VoucherKind.NORMAL,
                        from.summary(),
                        from.sheets(),
                        null,
                        lines));
    }

    private boolean isBooked(Jurisdiction jurisdiction, DividendId id) {
        return queries.bookings(jurisdiction, id).stream().anyMatch(Booking::live);
    }

    void requireNothingBooked(Jurisdiction jurisdiction, DividendId id) {
        if (isBooked(jurisdiction, id)) {
            throw new DividendRefused(null, "booked");
        }
    }

    private void write(Jurisdiction jurisdiction, Actor actor, View dividend, String step, DraftVoucher voucher) {
        try {
            vouchers.write(jurisdiction, actor, voucher);
        } catch (VoucherRefused no) {
            throw new DividendRefused(no.problems().stream()
                    .map(problem -> new Problem(
                            "dated".equals(problem.field()) ? "on" : "sheets".equals(problem.field()) ? "sheets" : null,
                            problem.messageKey(),
                            problem.arguments()))
                    .toList());
        }
        database.sql("""
                insert into economy_dividend_voucher (dividend_id, place_code, step, voucher_id)
                values (:id, :place, :step, :voucher)
                """)
                .param("id", dividend.dividendId())
                .param("place", dividend.placeCode())
                .param("step", step)
                .param("voucher", voucher.id().value())
                .update();
    }
}
