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
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
    private final VoucherQueries queries;
    private final BookQueries books;
    private final VoucherBatches batches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VoucherTakeover(
            VoucherService vouchers,
            VoucherQueries queries,
            BookQueries books,
            VoucherBatches batches,
            ApplicationEventPublisher events,
            Clock clock) {
        this.vouchers = vouchers;
        this.queries = queries;
        this.books = books;
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A line of a sheet. Those of one village, book and number are one voucher.
     *
     * @param batch tells the same sheet sent twice
     * @param line where it stands in the sheet
     * @param book empty where the village has only one
     * @param number as on paper, e.g. 记-01-001
     * @param position of the line in its voucher, from one; nought where the sheet does not number them
     * @param ref the number on paper of what a red or a correcting voucher puts right; empty for none
     */
    public record Entry(
            UUID batch,
            int line,
            PlaceCode village,
            String book,
            String number,
            int position,
            LocalDate dated,
            String summary,
            VoucherKind kind,
            String ref,
            int sheets,
            AccountCode account,
            @Nullable String detail,
            Side side,
            Money amount) {

        private VoucherId voucher() {
            return voucher(number);
        }

        private VoucherId voucher(String called) {
            return new VoucherId(UUID.nameUUIDFromBytes(
                    (batch + ":" + village + ":" + book + ":" + called).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private record Found(DraftVoucher command, List<Entry> entries) {

        Entry first() {
            return entries.get(0);
        }
    }

    /** What is wrong with which line. */
    @PreAuthorize(MAY_WRITE)
    @Transactional(readOnly = true)
    public Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        var problems = new TreeMap<Integer, List<Problem>>();
        found(jurisdiction, entries, problems);
        return problems;
    }

    private static void check(Found found, Map<Integer, List<Problem>> problems) {
        var first = found.first();
        if (found.entries().stream().anyMatch(entry -> !entry.dated().equals(first.dated()))) {
            say(problems, first, VoucherRefused.at("dated", "sheet.several-days"));
        }
        if (found.entries().stream().anyMatch(entry -> entry.kind() != first.kind())) {
            say(problems, first, VoucherRefused.at("kind", "sheet.several-kinds"));
        }
        var debits = sum(found.entries(), Side.DEBIT);
        var credits = sum(found.entries(), Side.CREDIT);
        if (found.entries().size() < 2 || !debits.equals(credits)) {
            say(problems, first, VoucherRefused.at("number", "unbalanced", debits, credits, debits.minus(credits)));
        }
        if (first.kind().needsAttachment() && first.sheets() == 0) {
            say(problems, first, VoucherRefused.at("sheets", "nothing-attached"));
        }
        if (first.kind() == VoucherKind.RED) {
            found.entries().stream()
                    .filter(entry -> entry.amount().signum() > 0)
                    .forEach(entry -> say(
                            problems,
                            entry,
                            VoucherRefused.at(entry.side() == Side.DEBIT ? "debit" : "credit", "not-red")));
        }
    }

    /** Lines of one voucher stand together, or bear numbers of their own: else two vouchers bear one number. */
    private static void once(List<Entry> entries, Map<Integer, List<Problem>> problems) {
        var last = new HashMap<VoucherId, Entry>();
        var positions = new HashMap<VoucherId, Set<Integer>>();
        VoucherId before = null;
        for (var entry : entries) {
            var id = entry.voucher();
            var earlier = last.put(id, entry);
            if (entry.position() > 0) {
                if (!positions.computeIfAbsent(id, voucher -> new HashSet<>()).add(entry.position())) {
                    say(
                            problems,
                            entry,
                            VoucherRefused.at("number", "sheet.number-twice", entry.number(), entry.position()));
                }
            } else if (earlier != null && !id.equals(before)) {
                say(problems, entry, VoucherRefused.at("number", "sheet.number-apart", entry.number(), earlier.line()));
            }
            before = id;
        }
    }

    /** A book begins once, and before anything else. */
    private void openings(Jurisdiction jurisdiction, List<Found> all, Map<Integer, List<Problem>> problems) {
        var openings = all.stream()
                .filter(found -> found.first().kind() == VoucherKind.OPENING)
                .toList();
        var begun = queries.begun(
                jurisdiction,
                openings.stream().map(found -> found.command().book()).collect(Collectors.toSet()));
        var opened = new HashSet<BookId>();
        for (var found : openings) {
            var before = Objects.requireNonNull(begun.get(found.command().book()));
            var itself = found.command().id().value().equals(before.openingId());
            if (!opened.add(found.command().book()) || before.openingId() != null && !itself) {
                say(problems, found.first(), VoucherRefused.at("kind", "sheet.opened-already"));
            } else if (before.counts() && !itself) {
                say(problems, found.first(), VoucherRefused.at("kind", "sheet.opening-late"));
            }
        }
    }

    /** A number on paper is given once a month. */
    private void numbers(Jurisdiction jurisdiction, List<Found> all, Map<Integer, List<Problem>> problems) {
        var taken = queries
                .onPaper(
                        jurisdiction,
                        all.stream().map(found -> found.command().book()).collect(Collectors.toSet()),
                        all.stream().map(found -> found.first().number()).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.groupingBy(
                        paper -> new Numbered(
                                new BookId(paper.bookId()), paper.paperNumber(), YearMonth.from(paper.dated())),
                        Collectors.mapping(paper -> new VoucherId(paper.voucherId()), Collectors.toSet())));
        for (var found : all) {
            var first = found.first();
            var others = taken.getOrDefault(
                    new Numbered(found.command().book(), first.number(), YearMonth.from(first.dated())), Set.of());
            if (!others.isEmpty() && !others.contains(found.command().id())) {
                say(problems, first, VoucherRefused.at("number", "sheet.number-taken", first.number()));
            }
        }
    }

    private record Numbered(BookId book, String number, YearMonth month) {}

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
        var problems = new TreeMap<Integer, List<Problem>>();
        var found = found(jurisdiction, entries, problems);
        if (problems.isEmpty()) {
            var known = queries.known(
                    jurisdiction, found.stream().map(one -> one.command().id()).toList());
            var taken = found.stream()
                    .map(Found::command)
                    .filter(command -> !known.contains(command.id()))
                    .sorted(Comparator.comparing(command -> command.corrects() != null))
                    .toList();
            if (!taken.isEmpty()) {
                batches.draft(
                        taken.stream()
                                .map(command -> new VoucherBatches.Drafted(command, actor))
                                .toList(),
                        clock.instant());
                batches.submit(taken);
                events.publishEvent(new VouchersTakenOver(
                        taken.size(),
                        taken.stream()
                                .mapToInt(command -> command.lines().size())
                                .sum(),
                        jurisdiction.root()));
            }
        }
        return problems;
    }

    private List<Found> found(Jurisdiction jurisdiction, List<Entry> entries, Map<Integer, List<Problem>> problems) {
        var grouped = grouped(jurisdiction, entries, problems);
        var all = corrections(jurisdiction, grouped, problems);
        once(entries, problems);
        openings(jurisdiction, all, problems);
        numbers(jurisdiction, all, problems);
        var wrong =
                vouchers.problems(jurisdiction, all.stream().map(Found::command).toList());
        for (var found : all) {
            check(found, problems);
            wrong.getOrDefault(found.command().id(), List.of()).forEach(problem -> place(problem, found, problems));
        }
        return all;
    }

    private List<Found> grouped(Jurisdiction jurisdiction, List<Entry> entries, Map<Integer, List<Problem>> problems) {
        var grouped = new LinkedHashMap<VoucherId, List<Entry>>();
        entries.forEach(entry -> grouped.computeIfAbsent(entry.voucher(), id -> new ArrayList<>())
                .add(entry));
        var known = new HashMap<PlaceCode, List<BookRow>>();
        books.books(jurisdiction).forEach(book -> known.computeIfAbsent(book.place(), place -> new ArrayList<>())
                .add(book));
        var all = new ArrayList<Found>();
        grouped.forEach((id, lines) -> {
            lines.sort(Comparator.comparingInt(Entry::position));
            var first = lines.get(0);
            var fitting = known.getOrDefault(first.village(), List.of()).stream()
                    .filter(book -> first.book().isEmpty() || first.book().equals(book.name()))
                    .toList();
            if (fitting.size() == 1) {
                all.add(new Found(command(id, fitting.get(0).id(), lines, null), lines));
            } else {
                say(
                        problems,
                        first,
                        VoucherRefused.at("book", fitting.isEmpty() ? "sheet.no-book" : "sheet.several-books"));
            }
        });
        return all;
    }

    /** A voucher that another may put right, in the same sheet or in the books. */
    private record Corrected(VoucherId id, LocalDate dated, VoucherKind kind, boolean takenBack) {}

    /** Each with what it corrects: in the sheet or in the books, and a red one in its own year. */
    private List<Found> corrections(Jurisdiction jurisdiction, List<Found> all, Map<Integer, List<Problem>> problems) {
        var naming =
                all.stream().filter(found -> !found.first().ref().isEmpty()).toList();
        var inSheet =
                all.stream().collect(Collectors.toMap(found -> found.command().id(), Found::command));
        var inBooks = naming.isEmpty()
                ? Map.<BookId, List<VoucherQueries.OnPaper>>of()
                : queries
                        .onPaper(
                                jurisdiction,
                                naming.stream()
                                        .map(found -> found.command().book())
                                        .collect(Collectors.toSet()),
                                naming.stream()
                                        .map(found -> found.first().ref())
                                        .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.groupingBy(paper -> new BookId(paper.bookId())));
        var red = new HashSet<VoucherId>();
        var completed = new ArrayList<Found>();
        for (var found : all) {
            var first = found.first();
            if (first.ref().isEmpty()) {
                if (first.kind() == VoucherKind.RED) {
                    say(problems, first, VoucherRefused.at("ref", "sheet.red-without-ref"));
                }
                completed.add(found);
                continue;
            }
            var corrected = corrected(
                    found, inSheet, inBooks.getOrDefault(found.command().book(), List.of()));
            whyNot(found, corrected, red).ifPresent(problem -> say(problems, first, problem));
            completed.add(new Found(
                    command(
                            found.command().id(),
                            found.command().book(),
                            found.entries(),
                            corrected.map(Corrected::id).orElse(null)),
                    found.entries()));
        }
        return completed;
    }

    private static Optional<Corrected> corrected(
            Found found, Map<VoucherId, DraftVoucher> inSheet, List<VoucherQueries.OnPaper> inBook) {
        var first = found.first();
        var beside = inSheet.get(first.voucher(first.ref()));
        if (beside != null) {
            return Optional.of(new Corrected(beside.id(), beside.dated(), beside.kind(), false));
        }
        return inBook.stream()
                .filter(paper -> paper.paperNumber().equals(first.ref()))
                .filter(paper -> !paper.voucherId().equals(found.command().id().value()))
                .filter(paper -> first.kind() != VoucherKind.RED
                        || paper.dated().getYear() == first.dated().getYear())
                .filter(paper -> !paper.dated().isAfter(first.dated()))
                .max(Comparator.comparing(VoucherQueries.OnPaper::dated))
                .map(paper -> new Corrected(
                        new VoucherId(paper.voucherId()), paper.dated(), paper.kind(), paper.takenBack()));
    }

    private static Optional<Problem> whyNot(Found found, Optional<Corrected> corrected, Set<VoucherId> red) {
        var first = found.first();
        if (first.kind() != VoucherKind.RED && first.kind() != VoucherKind.CORRECTING) {
            return Optional.of(VoucherRefused.at("ref", "sheet.ref-unwanted"));
        }
        if (corrected.isEmpty() || corrected.get().id().equals(found.command().id())) {
            return Optional.of(VoucherRefused.at("ref", "sheet.no-such-ref", first.ref()));
        }
        var original = corrected.get();
        if (original.dated().isAfter(first.dated())) {
            return Optional.of(VoucherRefused.at("dated", "before-the-original", original.dated()));
        }
        if (first.kind() == VoucherKind.RED) {
            if (original.kind() == VoucherKind.RED || original.takenBack() || !red.add(original.id())) {
                return Optional.of(VoucherRefused.at("ref", "taken-back-already"));
            }
            if (original.dated().getYear() != first.dated().getYear()) {
                return Optional.of(VoucherRefused.at(
                        "dated",
                        "red-in-another-year",
                        String.valueOf(original.dated().getYear())));
            }
        }
        return Optional.empty();
    }

    private static DraftVoucher command(VoucherId id, BookId book, List<Entry> lines, @Nullable VoucherId corrects) {
        var first = lines.get(0);
        return new DraftVoucher(
                id,
                book,
                first.dated(),
                first.kind(),
                first.summary(),
                first.sheets(),
                first.number(),
                corrects,
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
