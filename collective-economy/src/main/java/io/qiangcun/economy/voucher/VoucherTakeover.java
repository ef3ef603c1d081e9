package io.qiangcun.economy.voucher;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over vouchers that were kept elsewhere: all of a sheet or none. They are submitted, and looked over like any other. */
@Service
@Transactional
public class VoucherTakeover {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_VOUCHERS + "')";
    private static final Pattern OF_LINE = Pattern.compile("lines\\[(\\d+)]\\.(\\w+)");

    private final VoucherService vouchers;
    private final BookQueries books;

    VoucherTakeover(VoucherService vouchers, BookQueries books) {
        this.vouchers = vouchers;
        this.books = books;
    }

    /**
     * A line of a sheet. Those of one village, book and number are one voucher.
     *
     * @param batch tells the same sheet sent twice
     * @param line where it stands in the sheet
     * @param book empty where the village has only one
     * @param number as on paper, e.g. 记-01-001
     */
    public record Entry(
            UUID batch,
            int line,
            PlaceCode village,
            String book,
            String number,
            LocalDate dated,
            String summary,
            VoucherKind kind,
            int sheets,
            AccountCode account,
            @Nullable String detail,
            Side side,
            Money amount) {

        private VoucherId voucher() {
            return new VoucherId(UUID.nameUUIDFromBytes(
                    (batch + ":" + village + ":" + book + ":" + number).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private record Found(DraftVoucher command, List<Entry> entries) {}

    /** What is wrong with which line. */
    @PreAuthorize(MAY_WRITE)
    @Transactional(readOnly = true)
    public Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        var problems = new TreeMap<Integer, List<Problem>>();
        for (var found : found(jurisdiction, entries, problems)) {
            check(jurisdiction, found, problems);
        }
        return problems;
    }

    private void check(Jurisdiction jurisdiction, Found found, Map<Integer, List<Problem>> problems) {
        var first = found.entries().get(0);
        if (found.entries().stream().anyMatch(entry -> !entry.dated().equals(first.dated()))) {
            say(problems, first, VoucherRefused.at("dated", "sheet.several-days"));
        }
        var debits = sum(found.entries(), Side.DEBIT);
        var credits = sum(found.entries(), Side.CREDIT);
        if (found.entries().size() < 2 || !debits.equals(credits)) {
            say(problems, first, VoucherRefused.at("number", "unbalanced", debits, credits, debits.minus(credits)));
        }
        if (first.kind().needsAttachment() && first.sheets() == 0) {
            say(problems, first, VoucherRefused.at("sheets", "nothing-attached"));
        }
        vouchers.problems(jurisdiction, found.command()).forEach(problem -> place(problem, found, problems));
    }

    private static void place(Problem problem, Found found, Map<Integer, List<Problem>> problems) {
        var of = OF_LINE.matcher(Objects.requireNonNullElse(problem.field(), ""));
        if (of.matches()) {
            var entry = found.entries().get(Integer.parseInt(of.group(1)));
            var field = of.group(2).equals("amount") ? entry.side() == Side.DEBIT ? "debit" : "credit" : of.group(2);
            say(problems, entry, new Problem(field, problem.messageKey(), problem.arguments()));
        } else {
            say(problems, found.entries().get(0), problem);
        }
    }

    private static void say(Map<Integer, List<Problem>> problems, Entry entry, Problem problem) {
        problems.computeIfAbsent(entry.line(), line -> new ArrayList<>()).add(problem);
    }

    private static Money sum(List<Entry> entries, Side side) {
        return Money.sum(entries.stream()
                .filter(entry -> entry.side() == side)
                .map(Entry::amount)
                .toList());
    }

    /** Drafts and submits all of them, if nothing is wrong with any. */
    @PreAuthorize(MAY_WRITE)
    public Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        var problems = check(jurisdiction, entries);
        if (problems.isEmpty()) {
            for (var found : found(jurisdiction, entries, problems)) {
                if (vouchers.isNew(jurisdiction, found.command().id())) {
                    vouchers.draft(jurisdiction, actor, found.command());
                    vouchers.submit(jurisdiction, found.command().id(), 0);
                }
            }
        }
        return problems;
    }

    private List<Found> found(Jurisdiction jurisdiction, List<Entry> entries, Map<Integer, List<Problem>> problems) {
        var grouped = new LinkedHashMap<VoucherId, List<Entry>>();
        entries.forEach(entry -> grouped.computeIfAbsent(entry.voucher(), id -> new ArrayList<>())
                .add(entry));
        var known = new HashMap<PlaceCode, List<BookRow>>();
        books.books(jurisdiction).forEach(book -> known.computeIfAbsent(book.place(), place -> new ArrayList<>())
                .add(book));
        var all = new ArrayList<Found>();
        grouped.forEach((id, lines) -> {
            var first = lines.get(0);
            var fitting = known.getOrDefault(first.village(), List.of()).stream()
                    .filter(book -> first.book().isEmpty() || first.book().equals(book.name()))
                    .toList();
            if (fitting.size() == 1) {
                all.add(new Found(command(id, fitting.get(0).id(), lines), lines));
            } else {
                say(
                        problems,
                        first,
                        VoucherRefused.at("book", fitting.isEmpty() ? "sheet.no-book" : "sheet.several-books"));
            }
        });
        return all;
    }

    private static DraftVoucher command(VoucherId id, BookId book, List<Entry> lines) {
        var first = lines.get(0);
        return new DraftVoucher(
                id,
                book,
                first.dated(),
                first.kind(),
                first.summary(),
                first.sheets(),
                first.number(),
                lines.stream()
                        .map(entry -> new DraftVoucher.Line(
                                entry.account(),
                                entry.detail(),
                                entry.side(),
                                entry.amount(),
                                entry.summary().equals(first.summary()) ? "" : entry.summary()))
                        .toList());
    }
}
