package io.qiangcun.economy.voucher;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookService;
import io.qiangcun.economy.book.OpenBook;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.book.Variant;
import io.qiangcun.economy.money.Money;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Books of tests, written by the village and looked over by the township. */
@Component
public class LedgerFixtures {

    public static final YearMonth FROM = YearMonth.of(2026, 1);

    private final PlaceTree tree;
    private final BookService books;
    private final VoucherService vouchers;
    private final CurrentAccount current;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    LedgerFixtures(
            PlaceTree tree,
            BookService books,
            VoucherService vouchers,
            CurrentAccount current,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.tree = tree;
        this.books = books;
        this.vouchers = vouchers;
        this.current = current;
        this.database = database;
        this.transaction = transaction;
    }

    public PlaceFixtures county() {
        return PlaceFixtures.plantedIn(tree);
    }

    public <T> T at(PlaceCode place, Supplier<T> what) {
        try (var scope = SignedIn.here(database, place, null)) {
            return what.get();
        }
    }

    public void run(PlaceCode place, Runnable what) {
        at(place, () -> {
            what.run();
            return true;
        });
    }

    public BookId bookOf(PlaceFixtures places, PlaceCode village) {
        return bookOf(places, village, FROM);
    }

    /** Of a cooperative. */
    public BookId cooperativeBookOf(PlaceFixtures places, PlaceCode village) {
        return bookOf(places, village, FROM, "COOPERATIVE_2021");
    }

    /** By the regulation of 2004. */
    public BookId oldBookOf(PlaceFixtures places, PlaceCode village, YearMonth from) {
        return bookOf(places, village, from, "VILLAGE_2004");
    }

    public BookId bookOf(PlaceFixtures places, PlaceCode village, YearMonth from) {
        return bookOf(places, village, from, "VILLAGE_2023");
    }

    private BookId bookOf(PlaceFixtures places, PlaceCode village, YearMonth from, String regime) {
        var id = BookId.next();
        run(
                places.township(),
                () -> books.open(
                        current.jurisdiction(),
                        current.actor(),
                        new OpenBook(id, village, "Book", regime, from, Variant.A)));
        return id;
    }

    /** The next one, by whoever is signed in. */
    public void openYear(BookId book) {
        books.openYear(current.jurisdiction(), current.actor(), book);
    }

    /** @param lines account, detail or null, side D or C, amount; four to a line */
    public static DraftVoucher voucher(BookId book, String dated, VoucherKind kind, String... lines) {
        var written = new ArrayList<DraftVoucher.Line>();
        for (var at = 0; at < lines.length; at += 4) {
            written.add(new DraftVoucher.Line(
                    new AccountCode(lines[at]),
                    lines[at + 1].isEmpty() ? null : lines[at + 1],
                    Side.ofCode(lines[at + 2]),
                    Money.of(lines[at + 3]),
                    ""));
        }
        return new DraftVoucher(
                VoucherId.next(), book, LocalDate.parse(dated), kind, "Summary", 1, null, List.copyOf(written));
    }

    public VoucherId submitted(PlaceCode village, DraftVoucher command) {
        run(village, () -> {
            vouchers.draft(current.jurisdiction(), current.actor(), command);
            vouchers.submit(current.jurisdiction(), command.id(), 0);
        });
        return command.id();
    }

    /** Submitted by the village, reviewed and posted by the township. */
    public int posted(PlaceFixtures places, PlaceCode village, DraftVoucher command) {
        submitted(village, command);
        return at(places.township(), () -> {
            vouchers.review(current.jurisdiction(), current.actor(), command.id(), 1);
            return vouchers.post(current.jurisdiction(), current.actor(), command.id(), 2);
        });
    }

    /** By a red voucher that counts. */
    public void takenBack(PlaceFixtures places, PlaceCode village, VoucherId id, String on) {
        var red = VoucherId.next();
        run(village, () -> {
            vouchers.takeBack(current.jurisdiction(), current.actor(), id, red, LocalDate.parse(on), "Written twice");
            vouchers.submit(current.jurisdiction(), red, 0);
        });
        run(places.township(), () -> {
            vouchers.review(current.jurisdiction(), current.actor(), red, 1);
            vouchers.post(current.jurisdiction(), current.actor(), red, 2);
        });
    }

    /** Debit positive, of the whole year. */
    public BigDecimal balance(PlaceCode place, BookId book, String account, int year) {
        return at(
                place,
                () -> transaction.execute(status -> database.sql("""
                select coalesce(sum(debit - credit), 0) from economy_balance
                where book_id = :book and year = :year and account_code = :account
                """)
                        .param("book", book.value())
                        .param("year", year)
                        .param("account", account)
                        .query(BigDecimal.class)
                        .single()));
    }
}
