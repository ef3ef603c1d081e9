package io.qiangcun.economy.voucher;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountRow;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookService;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.money.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a voucher from its draft to its number. The database keeps the same rules (LedgerConstraintsDataTests). */
@Service
@Transactional
public class VoucherService {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_VOUCHERS + "')";
    private static final String MAY_REVIEW = "hasAuthority('" + EconomyAuthorities.REVIEW_VOUCHERS + "')";

    private final Vouchers vouchers;
    private final BookQueries books;
    private final BookService bookKeeping;
    private final VoucherBatches batches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VoucherService(
            Vouchers vouchers,
            BookQueries books,
            BookService bookKeeping,
            VoucherBatches batches,
            ApplicationEventPublisher events,
            Clock clock) {
        this.vouchers = vouchers;
        this.books = books;
        this.bookKeeping = bookKeeping;
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    /** Writes a draft. The same form sent twice writes one. */
    @PreAuthorize(MAY_WRITE)
    public void draft(Jurisdiction jurisdiction, Actor actor, DraftVoucher command) {
        if (vouchers.findById(command.id(), jurisdiction).isPresent()) {
            return;
        }
        var place = placeOf(jurisdiction, command.book());
        var lines = lines(jurisdiction, command, place);
        try {
            vouchers.saveAndFlush(new Voucher(command, place, lines, by(actor)));
        } catch (DataIntegrityViolationException takenOutsideTheJurisdiction) {
            throw new VoucherNotFound(command.id());
        }
    }

    /**
     * Writes a voucher that is whole and submits it, in a few statements however many lines it has, as pay lists do. The same
     * one sent twice is written once.
     */
    @PreAuthorize(MAY_WRITE)
    public void write(Jurisdiction jurisdiction, Actor actor, DraftVoucher command) {
        if (!isNew(jurisdiction, command.id())) {
            return;
        }
        var place = placeOf(jurisdiction, command.book());
        var problems = problems(jurisdiction, List.of(command)).getOrDefault(command.id(), List.of());
        if (!problems.isEmpty()) {
            throw new VoucherRefused(problems);
        }
        var debits = sum(command, Side.DEBIT);
        var credits = sum(command, Side.CREDIT);
        if (command.lines().size() < 2 || !debits.equals(credits)) {
            throw new VoucherRefused(null, "unbalanced", debits, credits, debits.minus(credits));
        }
        if (command.kind().needsAttachment() && command.sheets() == 0) {
            throw new VoucherRefused("sheets", "nothing-attached");
        }
        batches.draft(List.of(new VoucherBatches.Drafted(command, actor)), clock.instant());
        batches.submit(List.of(command));
        events.publishEvent(new VoucherSubmitted(command.id(), command.summary(), place));
    }

    /** Whoever writes a draft again is its maker, and reviews it no more. */
    @PreAuthorize(MAY_WRITE)
    public void rewrite(Jurisdiction jurisdiction, Actor actor, DraftVoucher command, long version) {
        var voucher = find(jurisdiction, command.id(), version);
        voucher.rewrite(command, lines(jurisdiction, command, voucher.placeCode()), by(actor));
        vouchers.saveAndFlush(voucher);
    }

    /** From here on the lines stay; they have to balance. */
    @PreAuthorize(MAY_WRITE)
    public void submit(Jurisdiction jurisdiction, VoucherId id, long version) {
        var voucher = find(jurisdiction, id, version);
        var debits = sum(voucher, Side.DEBIT);
        var credits = sum(voucher, Side.CREDIT);
        if (voucher.getLines().size() < 2 || !debits.equals(credits)) {
            throw new VoucherRefused(null, "unbalanced", debits, credits, debits.minus(credits));
        }
        voucher.submit();
        vouchers.saveAndFlush(voucher);
    }

    @PreAuthorize(MAY_WRITE)
    public void discard(Jurisdiction jurisdiction, VoucherId id, long version) {
        var voucher = find(jurisdiction, id, version);
        voucher.discard();
        vouchers.saveAndFlush(voucher);
    }

    @PreAuthorize(MAY_REVIEW)
    public void review(Jurisdiction jurisdiction, Actor actor, VoucherId id, long version) {
        var voucher = find(jurisdiction, id, version);
        voucher.review(by(actor));
        vouchers.saveAndFlush(voucher);
    }

    @PreAuthorize(MAY_REVIEW)
    public void giveBack(Jurisdiction jurisdiction, VoucherId id, long version, String reason) {
        var voucher = find(jurisdiction, id, version);
        voucher.giveBack(reason);
        vouchers.saveAndFlush(voucher);
    }

    /**
     * Gives the voucher its number and lets it count.
     *
     * @return the number in its month
     */
    @PreAuthorize(MAY_REVIEW)
    public int post(Jurisdiction jurisdiction, Actor actor, VoucherId id, long version) {
        var voucher = find(jurisdiction, id, version);
        requireOpen(jurisdiction, voucher.getBook(), voucher.getDated());
        requireCorrectedPosted(jurisdiction, voucher);
        voucher.post(by(actor));
        return Objects.requireNonNull(vouchers.saveAndFlush(voucher).getNumber());
    }

    /** Drafts what takes a posted voucher back; it is reviewed and posted like any other. */
    @PreAuthorize(MAY_WRITE)
    public void takeBack(
            Jurisdiction jurisdiction, Actor actor, VoucherId id, VoucherId red, LocalDate on, String why) {
        if (vouchers.findById(red, jurisdiction).isPresent()) {
            return;
        }
        var voucher = vouchers.findById(id, jurisdiction).orElseThrow(() -> new VoucherNotFound(id));
        if (on.isBefore(voucher.getDated())) {
            throw new VoucherRefused("dated", "before-the-original", voucher.getDated());
        }
        // earlier years are put right by a correcting voucher, never in red (《会计基础工作规范》第五十一条（五）)
        if (on.getYear() != voucher.getDated().getYear()) {
            throw new VoucherRefused(
                    "dated",
                    "red-in-another-year",
                    String.valueOf(voucher.getDated().getYear()));
        }
        requireOpen(jurisdiction, voucher.getBook(), on);
        try {
            vouchers.saveAndFlush(voucher.takenBack(red, on, why, by(actor)));
        } catch (DataIntegrityViolationException twice) {
            throw new VoucherRefused(null, "taken-back-already");
        }
    }

    /** Whether there is no such voucher yet. */
    @PreAuthorize(MAY_WRITE)
    public boolean isNew(Jurisdiction jurisdiction, VoucherId id) {
        return vouchers.findById(id, jurisdiction).isEmpty();
    }

    /** What keeps any of them from being written down; those with which nothing is wrong are not there. */
    @PreAuthorize(MAY_WRITE)
    @Transactional(readOnly = true)
    public Map<VoucherId, List<Problem>> problems(Jurisdiction jurisdiction, List<DraftVoucher> commands) {
        var grounds = books.grounds(
                jurisdiction, commands.stream().map(DraftVoucher::book).collect(Collectors.toSet()));
        var problems = new HashMap<VoucherId, List<Problem>>();
        for (var command : commands) {
            var wrong = problems(command, Objects.requireNonNull(grounds.get(command.book())));
            if (!wrong.isEmpty()) {
                problems.put(command.id(), wrong);
            }
        }
        return problems;
    }

    private List<Problem> problems(DraftVoucher command, BookQueries.Ground ground) {
        var problems = new ArrayList<Problem>();
        whyNotOpen(command.dated(), ground.open()::contains).ifPresent(problems::add);
        for (var at = 0; at < command.lines().size(); at++) {
            check(command, at, ground.chart(), problems);
        }
        return problems;
    }

    private List<VoucherLine> lines(Jurisdiction jurisdiction, DraftVoucher command, PlaceCode place) {
        var ground = Objects.requireNonNull(
                books.grounds(jurisdiction, Set.of(command.book())).get(command.book()));
        var problems = problems(command, ground);
        if (!problems.isEmpty()) {
            throw new VoucherRefused(problems);
        }
        var month = command.dated().withDayOfMonth(1);
        return command.lines().stream()
                .map(line -> new VoucherLine(
                        command.book(),
                        place,
                        month,
                        line.account(),
                        detail(
                                jurisdiction,
                                command.book(),
                                Objects.requireNonNull(ground.chart().get(line.account())),
                                line.detail()),
                        line.side(),
                        line.amount().yuan(),
                        line.summary()))
                .toList();
    }

    private static void check(DraftVoucher command, int at, Map<?, AccountRow> chart, List<Problem> problems) {
        var line = command.lines().get(at);
        var account = chart.get(line.account());
        var field = "lines[" + at + "].";
        if (account == null) {
            problems.add(VoucherRefused.at(field + "account", "account-unknown", line.account()));
        } else if (!account.leaf()) {
            problems.add(VoucherRefused.at(field + "account", "account-divided", line.account(), account.name()));
        } else if (account.required() && line.detail() == null) {
            problems.add(VoucherRefused.at(field + "detail", "detail-missing", account.name()));
        } else if (account.dimension() == null && line.detail() != null) {
            problems.add(VoucherRefused.at(field + "detail", "detail-unwanted", account.name()));
        }
        if (line.amount().isZero()) {
            problems.add(VoucherRefused.at(field + "amount", "nought"));
        } else if (line.amount().signum() < 0 && !command.kind().takesBack()) {
            problems.add(VoucherRefused.at(field + "amount", "negative"));
        }
    }

    private @Nullable UUID detail(Jurisdiction jurisdiction, BookId book, AccountRow account, @Nullable String name) {
        return name == null || account.dimension() == null
                ? null
                : bookKeeping.detail(jurisdiction, book, account.dimension(), name);
    }

    private void requireOpen(Jurisdiction jurisdiction, BookId book, LocalDate dated) {
        whyNotOpen(dated, month -> books.isOpen(jurisdiction, book, month)).ifPresent(problem -> {
            throw new VoucherRefused(List.of(problem));
        });
    }

    private Optional<Problem> whyNotOpen(LocalDate dated, Predicate<YearMonth> open) {
        if (dated.isAfter(LocalDate.now(clock))) {
            return Optional.of(VoucherRefused.at("dated", "ahead"));
        }
        var month = YearMonth.from(dated);
        return open.test(month) ? Optional.empty() : Optional.of(VoucherRefused.at("dated", "month-closed", month));
    }

    /** What came over together with what it corrects waits for it. */
    private void requireCorrectedPosted(Jurisdiction jurisdiction, Voucher voucher) {
        var corrects = voucher.getCorrects();
        if (corrects != null
                && vouchers.findById(corrects, jurisdiction)
                        .filter(corrected -> corrected.getState() == VoucherState.POSTED)
                        .isEmpty()) {
            throw new VoucherRefused(null, "corrected-waits");
        }
    }

    private PlaceCode placeOf(Jurisdiction jurisdiction, BookId book) {
        return books.find(jurisdiction, book)
                .orElseThrow(() -> new BookNotFound(book))
                .place();
    }

    private Voucher find(Jurisdiction jurisdiction, VoucherId id, long version) {
        batches.hold(jurisdiction, id);
        var voucher = vouchers.findById(id, jurisdiction).orElseThrow(() -> new VoucherNotFound(id));
        if (!Objects.equals(voucher.getVersion(), version)) {
            throw new VoucherStale(id.toString());
        }
        return voucher;
    }

    private static Money sum(Voucher voucher, Side side) {
        return Money.sum(voucher.getLines().stream()
                .filter(line -> line.side() == side)
                .map(line -> new Money(line.amount()))
                .toList());
    }

    private static Money sum(DraftVoucher voucher, Side side) {
        return Money.sum(voucher.lines().stream()
                .filter(line -> line.side() == side)
                .map(DraftVoucher.Line::amount)
                .toList());
    }

    private Recorded by(Actor actor) {
        return Recorded.by(actor, clock.instant());
    }
}
