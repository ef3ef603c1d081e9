package io.qiangcun.economy.voucher.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Conflicting;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountRow;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import io.qiangcun.economy.book.Category;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherQueries;
import io.qiangcun.economy.voucher.VoucherQueries.Filter;
import io.qiangcun.economy.voucher.VoucherService;
import io.qiangcun.economy.voucher.VoucherState;
import io.qiangcun.economy.voucher.web.VoucherForm.LineForm;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The vouchers of a book, and new ones. */
@Controller
@RequestMapping("/economy/books/{id}/vouchers")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')")
class VouchersController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_VOUCHERS + "')";
    private static final String MAY_REVIEW = "hasAuthority('" + EconomyAuthorities.REVIEW_VOUCHERS + "')";

    private final VoucherQueries queries;
    private final VoucherService vouchers;
    private final VoucherPages pages;
    private final BookQueries books;
    private final Messages messages;
    private final Clock clock;

    VouchersController(
            VoucherQueries queries,
            VoucherService vouchers,
            VoucherPages pages,
            BookQueries books,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.vouchers = vouchers;
        this.pages = pages;
        this.books = books;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @PathVariable BookId id,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable VoucherKind kind,
            @RequestParam(required = false) @Nullable VoucherState state,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(defaultValue = "") String text,
            Pageable page,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("book", pages.find(jurisdiction, id));
        var filter = new Filter(month, kind, state, waiting, text.strip());
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", VoucherKind.values());
        model.addAttribute(
                "states",
                List.of(VoucherState.DRAFT, VoucherState.SUBMITTED, VoucherState.REVIEWED, VoucherState.POSTED));
        model.addAttribute("vouchers", queries.vouchers(jurisdiction, id, filter, page));
        return "economy/voucher/list";
    }

    @GetMapping("/export")
    void export(
            @PathVariable BookId id,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable VoucherKind kind,
            @RequestParam(required = false) @Nullable VoucherState state,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(defaultValue = "") String text,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var book = pages.find(jurisdiction, id);
        var found = queries.vouchers(
                jurisdiction, id, new Filter(month, kind, state, waiting, text.strip()), Pageable.unpaged());
        Spreadsheet.<VoucherQueries.Row>named(messages.get("economy.voucher.list.of", book.name()), found.getContent())
                .column(field("dated"), VoucherQueries.Row::dated)
                .column(field("number"), row -> number(row.dated(), row.number()))
                .column(field("paper-number"), VoucherQueries.Row::paperNumber)
                .column(field("summary"), VoucherQueries.Row::summary)
                .column(field("kind"), row -> messages.get("economy.voucher.kind." + row.kind()))
                .column(field("amount"), VoucherQueries.Row::amount)
                .column(field("sheets"), VoucherQueries.Row::sheets)
                .column(field("state"), row -> messages.get("economy.voucher.state." + row.state()))
                .column(field("maker"), VoucherQueries.Row::recordedByPerson)
                .column(field("checker"), VoucherQueries.Row::reviewedByPerson)
                .column(field("poster"), VoucherQueries.Row::postedByPerson)
                .writeTo(response);
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String open(
            @PathVariable BookId id,
            @RequestParam(defaultValue = "NORMAL") VoucherKind kind,
            @RequestParam(defaultValue = "") String situation,
            @RequestParam(defaultValue = "") String amount,
            Jurisdiction jurisdiction,
            Model model) {
        var book = pages.find(jurisdiction, id);
        if (kind == VoucherKind.OPENING) {
            var opening = queries.opening(jurisdiction, id);
            if (opening.isPresent()) {
                return "redirect:/economy/vouchers/" + opening.get();
            }
            return pages.form(
                    jurisdiction,
                    book,
                    VoucherForm.empty(kind, book.openedOn(), openingLines(jurisdiction, id)),
                    model);
        }
        var situations = queries.situations(book.regime());
        model.addAttribute("situations", situations);
        model.addAttribute("situation", situation);
        model.addAttribute("amount", amount);
        var chosen = situations.stream()
                .filter(known -> known.situation().equals(situation))
                .findFirst();
        if (chosen.isPresent()) {
            var lines = suggested(jurisdiction, book, situation, amount);
            return pages.form(
                    jurisdiction,
                    book,
                    VoucherForm.begun(day(book), chosen.get().name(), lines),
                    model);
        }
        return pages.form(
                jurisdiction,
                book,
                VoucherForm.empty(kind == VoucherKind.RED ? VoucherKind.NORMAL : kind, day(book), List.of()),
                model);
    }

    /** An account that the book divides stays empty, for only whoever writes knows the part. */
    private List<LineForm> suggested(Jurisdiction jurisdiction, BookRow book, String situation, String amount) {
        var leaves = books.accounts(jurisdiction, book.id()).stream()
                .filter(AccountRow::leaf)
                .collect(Collectors.toMap(account -> account.code().value(), VouchersController::named));
        return queries.suggested(book.regime(), situation).stream()
                .map(line -> Objects.requireNonNullElse(leaves.get(line.accountCode()), LineForm.empty())
                        .with(line.side(), amount.strip()))
                .toList();
    }

    /** Everything that can stand on a balance sheet, ready to be filled in. */
    private List<LineForm> openingLines(Jurisdiction jurisdiction, BookId id) {
        return books.accounts(jurisdiction, id).stream()
                .filter(account -> account.leaf() && account.category() != Category.PROFIT_LOSS)
                .map(VouchersController::named)
                .toList();
    }

    private static LineForm named(AccountRow account) {
        return LineForm.named(account.code() + " " + account.name());
    }

    /** Today, or the last day of the month that is open. */
    private LocalDate day(BookRow book) {
        var today = LocalDate.now(clock);
        var open = book.openMonth();
        return open != null && open.isBefore(today.withDayOfMonth(1)) && open.getYear() < today.getYear()
                ? YearMonth.from(open).atEndOfMonth()
                : today;
    }

    @PostMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String write(
            @PathVariable BookId id,
            @Valid @ModelAttribute("form") VoucherForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String act,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var book = pages.find(jurisdiction, id);
        if (act.equals(VoucherPages.MORE)) {
            return pages.form(jurisdiction, book, form.withMore(), model);
        }
        var written = pages.read(book, form, act, errors, read -> {
            vouchers.draft(jurisdiction, actor, read.command());
            if (act.equals(VoucherPages.SUBMIT)) {
                vouchers.submit(jurisdiction, read.command().id(), 0);
            }
        });
        if (written.isEmpty()) {
            return pages.refused(jurisdiction, book, form, model, response);
        }
        flash.addFlashAttribute(
                "done",
                act.equals(VoucherPages.SUBMIT) ? "economy.voucher.done.submitted" : "economy.voucher.done.drafted");
        return "redirect:" + written.get().command().id().href();
    }

    /** Looks over those that were ticked, one after the other; what is refused stays as it is. */
    @PostMapping("/review")
    @PreAuthorize(MAY_REVIEW)
    String review(
            @PathVariable BookId id,
            @RequestParam(required = false) @Nullable List<String> chosen,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        pages.find(jurisdiction, id);
        var done = each(chosen, (voucher, version) -> vouchers.review(jurisdiction, actor, voucher, version));
        return answered(id, "reviewed", done, chosen, flash);
    }

    @PostMapping("/post")
    @PreAuthorize(MAY_REVIEW)
    String post(
            @PathVariable BookId id,
            @RequestParam(required = false) @Nullable List<String> chosen,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        pages.find(jurisdiction, id);
        var done = each(chosen, (voucher, version) -> vouchers.post(jurisdiction, actor, voucher, version));
        return answered(id, "posted", done, chosen, flash);
    }

    private static int each(@Nullable List<String> chosen, BiConsumer<VoucherId, Long> act) {
        var done = 0;
        for (var one : chosen == null ? List.<String>of() : chosen) {
            var parts = one.split(":", 2);
            var voucher = Typed.sent(VoucherId::valueOf, parts[0]);
            var version = Typed.sent(Long::parseLong, parts[parts.length - 1]);
            try {
                act.accept(voucher, version);
                done++;
            } catch (RuleViolated | Conflicting stays) {
                // counted by what is missing from the number
            }
        }
        return done;
    }

    private String answered(BookId id, String what, int done, @Nullable List<String> chosen, RedirectAttributes flash) {
        var asked = chosen == null ? 0 : chosen.size();
        var key = asked == 0 ? "none" : done == asked ? what : what + "-some";
        flash.addFlashAttribute("doneText", messages.get("economy.voucher.chosen." + key, done, asked - done));
        return "redirect:" + id.href() + "/vouchers?waiting=true";
    }

    private @Nullable String number(LocalDate dated, @Nullable Integer number) {
        return number == null
                ? null
                : messages.get(
                        "economy.voucher.number", "%02d".formatted(dated.getMonthValue()), "%03d".formatted(number));
    }

    private String field(String field) {
        return messages.get("economy.voucher.field." + field);
    }
}
