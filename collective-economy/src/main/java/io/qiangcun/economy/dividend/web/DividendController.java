package io.qiangcun.economy.dividend.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.cooperative.CooperativeQueries;
import io.qiangcun.economy.dividend.DividendBookings;
import io.qiangcun.economy.dividend.DividendBookings.PayFrom;
import io.qiangcun.economy.dividend.DividendId;
import io.qiangcun.economy.dividend.DividendNotFound;
import io.qiangcun.economy.dividend.DividendQueries;
import io.qiangcun.economy.dividend.DividendQueries.Booking;
import io.qiangcun.economy.dividend.DividendQueries.Line;
import io.qiangcun.economy.dividend.DividendQueries.View;
import io.qiangcun.economy.dividend.DividendService;
import io.qiangcun.economy.membership.CoopMemberId;
import io.qiangcun.economy.voucher.VoucherId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One distribution: how it was worked out, its list, the decision and the payment. */
@Controller
@RequestMapping("/economy/dividends/{id}")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_COOPERATIVES + "')")
class DividendController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_COOPERATIVES + "')";

    private final DividendQueries queries;
    private final DividendService dividends;
    private final DividendBookings bookings;
    private final CooperativeQueries cooperatives;
    private final DividendPages pages;
    private final Messages messages;
    private final Clock clock;

    DividendController(
            DividendQueries queries,
            DividendService dividends,
            DividendBookings bookings,
            CooperativeQueries cooperatives,
            DividendPages pages,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.dividends = dividends;
        this.bookings = bookings;
        this.cooperatives = cooperatives;
        this.pages = pages;
        this.messages = messages;
        this.clock = clock;
    }

    /** What happens next: only the fields of one step are filled in. */
    record StepForm(
            String id,
            String version,
            String on,
            @Size(max = 6) String voters,
            @Size(max = 6) String attended,
            @Size(max = 6) String votesFor,
            @Size(max = 200) String note,
            String member,
            String account,
            @Size(max = 4) String sheets) {

        StepForm {
            id = Objects.requireNonNullElse(id, "");
            version = Objects.requireNonNullElse(version, "");
            on = Objects.requireNonNullElse(on, "");
            voters = Objects.requireNonNullElse(voters, "");
            attended = Objects.requireNonNullElse(attended, "");
            votesFor = Objects.requireNonNullElse(votesFor, "");
            note = Objects.requireNonNullElse(note, "");
            member = Objects.requireNonNullElse(member, "");
            account = Objects.requireNonNullElse(account, "");
            sheets = Objects.requireNonNullElse(sheets, "");
        }

        long stand() {
            return Typed.sent(Long::parseLong, version);
        }
    }

    @GetMapping
    String show(@PathVariable DividendId id, Jurisdiction jurisdiction, Model model) {
        var dividend = queries.find(jurisdiction, id);
        model.addAttribute(
                "form",
                new StepForm(
                        DividendId.next().toString(),
                        Long.toString(dividend.version()),
                        LocalDate.now(clock).toString(),
                        Integer.toString(queries.votes(jurisdiction, dividend.cooperative())),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "1"));
        return page(dividend, jurisdiction, "", model);
    }

    private String page(View dividend, Jurisdiction jurisdiction, String refused, Model model) {
        model.addAttribute("dividend", dividend);
        model.addAttribute("cooperative", cooperatives.find(jurisdiction, dividend.cooperative()));
        model.addAttribute("lines", queries.lines(jurisdiction, dividend.id()));
        model.addAttribute("writes", cooperatives.isWriter());
        book(dividend, jurisdiction, model);
        model.addAttribute("refused", refused);
        return "economy/dividend/show";
    }

    /** What of it is in the book, and from which accounts it can be paid. */
    private void book(View dividend, Jurisdiction jurisdiction, Model model) {
        var bookings = queries.bookings(jurisdiction, dividend.id());
        var booked = bookings.stream().anyMatch(Booking::live);
        var book = dividend.bookId();
        var accounts = book == null || !dividend.isDecided()
                ? List.<Option>of()
                : queries.money(jurisdiction, new BookId(book)).stream()
                        .map(account -> new Option(account.code(), account.code() + " " + account.name()))
                        .toList();
        model.addAttribute("bookings", bookings);
        model.addAttribute("booked", booked);
        model.addAttribute("accounts", accounts);
        model.addAttribute(
                "bookable", !booked && !accounts.isEmpty() && dividend.earned().signum() > 0);
    }

    @PostMapping("/book")
    @PreAuthorize(MAY_WRITE)
    String book(
            @PathVariable DividendId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var dividend = queries.find(jurisdiction, id);
        var sheets = Typed.count("sheets", form.sheets(), errors);
        var words = new DividendBookings.Words(
                messages.get("economy.dividend.words.shared", dividend.year()),
                messages.get("economy.dividend.words.cleared", dividend.year()),
                messages.get("economy.dividend.words.collective"),
                messages.get("economy.dividend.words.managers"));
        return step(
                "booked",
                errors,
                () -> bookings.book(jurisdiction, actor, id, sheets == null ? 0 : sheets, words),
                new Asked(id, jurisdiction, model, response, flash));
    }

    @GetMapping("/export")
    void export(@PathVariable DividendId id, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var dividend = queries.find(jurisdiction, id);
        Spreadsheet.<Line>named(
                        messages.get("economy.dividend.of", dividend.cooperativeName(), dividend.year()),
                        queries.lines(jurisdiction, id))
                .note(messages.get("economy.dividend.export.note", dividend.surplus(), dividend.total()))
                .column(pages.field("number"), Line::number)
                .column(pages.field("name"), Line::name)
                .column(pages.field("traded"), Line::traded)
                .column(pages.field("contributed"), Line::contributed)
                .column(pages.field("reserve"), Line::reserve)
                .column(pages.field("grants"), Line::grants)
                .column(pages.field("gifts"), Line::gifts)
                .column(pages.field("shares"), Line::shares)
                .column(pages.field("mu"), Line::mu)
                .column(pages.field("returned"), Line::returned)
                .column(pages.field("shared"), Line::shared)
                .column(pages.field("guaranteed"), Line::guaranteed)
                .column(pages.field("total"), Line::total)
                .column(pages.field("paid-on"), Line::paidOn)
                .column(pages.field("signed"), line -> "")
                .writeTo(response);
    }

    @GetMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String edit(@PathVariable DividendId id, Jurisdiction jurisdiction, Model model) {
        var dividend = draft(jurisdiction, id);
        return pages.form(
                jurisdiction,
                cooperatives.find(jurisdiction, dividend.cooperative()),
                DividendForm.of(dividend),
                model);
    }

    @PostMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String redraft(
            @PathVariable DividendId id,
            @Valid @ModelAttribute("form") DividendForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var dividend = draft(jurisdiction, id);
        // it stays that of its year, whatever is sent
        var same = new DividendForm(
                id.toString(),
                form.version(),
                Integer.toString(dividend.year()),
                form.surplus(),
                form.reservePercent(),
                form.basis(),
                form.returnPercent(),
                form.by(),
                form.base(),
                form.membersPercent(),
                form.collectivePercent(),
                form.managersPercent(),
                form.guarantee(),
                form.guaranteed());
        var command = same.toCommand(dividend.cooperative(), errors);
        if (command.isEmpty()
                || !Submission.succeeds(
                        errors,
                        () -> dividends.draft(
                                jurisdiction, actor, command.get(), Typed.sent(Long::parseLong, form.version())))) {
            return pages.refused(
                    jurisdiction, cooperatives.find(jurisdiction, dividend.cooperative()), same, model, response);
        }
        flash.addFlashAttribute("done", "economy.dividend.done.drafted");
        return "redirect:" + id.href();
    }

    private View draft(Jurisdiction jurisdiction, DividendId id) {
        var dividend = queries.find(jurisdiction, id);
        if (!dividend.isDraft()) {
            throw new DividendNotFound(id);
        }
        return dividend;
    }

    /** Who asks, and what the answer is written on. */
    private record Asked(
            DividendId id,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {}

    @PostMapping("/display")
    @PreAuthorize(MAY_WRITE)
    String display(
            @PathVariable DividendId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var on = day(form.on(), errors);
        return step(
                "displayed",
                errors,
                () -> dividends.display(jurisdiction, id, form.stand(), Objects.requireNonNull(on)),
                new Asked(id, jurisdiction, model, response, flash));
    }

    @PostMapping("/decide")
    @PreAuthorize(MAY_WRITE)
    String decide(
            @PathVariable DividendId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var on = day(form.on(), errors);
        var voters = count("voters", form.voters(), errors);
        var attended = count("attended", form.attended(), errors);
        var votes = count("votesFor", form.votesFor(), errors);
        reason(form, errors);
        return step(
                "decided",
                errors,
                () -> dividends.decide(
                        jurisdiction,
                        actor,
                        id,
                        form.stand(),
                        Objects.requireNonNull(on),
                        Objects.requireNonNull(voters),
                        Objects.requireNonNull(attended),
                        Objects.requireNonNull(votes),
                        Typed.text(form.note())),
                new Asked(id, jurisdiction, model, response, flash));
    }

    private static @Nullable Integer count(String field, String text, BindingResult errors) {
        var count = Typed.count(field, text, errors);
        if (count == null && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "economy.dividend.refused.missing");
        }
        return count;
    }

    @PostMapping("/pay")
    @PreAuthorize(MAY_WRITE)
    String pay(
            @PathVariable DividendId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var on = day(form.on(), errors);
        var sheets = Typed.count("sheets", form.sheets(), errors);
        var from = new PayFrom(
                form.id().isEmpty() ? VoucherId.next() : Typed.sent(VoucherId::valueOf, form.id()),
                form.account().isEmpty() ? null : Typed.sent(AccountCode::new, form.account()),
                sheets == null ? 0 : sheets,
                messages.get(
                        "economy.dividend.words.paid",
                        queries.find(jurisdiction, id).year()));
        return step(
                "paid",
                errors,
                () -> dividends.pay(
                        jurisdiction,
                        actor,
                        id,
                        form.stand(),
                        form.member().isEmpty() ? null : Typed.sent(CoopMemberId::valueOf, form.member()),
                        Objects.requireNonNull(on),
                        from),
                new Asked(id, jurisdiction, model, response, flash));
    }

    @PostMapping("/withdraw")
    @PreAuthorize(MAY_WRITE)
    String withdraw(
            @PathVariable DividendId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        reason(form, errors);
        return step(
                "withdrawn",
                errors,
                () -> dividends.withdraw(jurisdiction, id, form.stand(), Typed.text(form.note())),
                new Asked(id, jurisdiction, model, response, flash));
    }

    @PostMapping("/correct")
    @PreAuthorize(MAY_WRITE)
    String correct(
            @PathVariable DividendId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        reason(form, errors);
        return step(
                "corrected",
                errors,
                () -> dividends.correct(
                        jurisdiction,
                        actor,
                        id,
                        form.stand(),
                        Typed.sent(DividendId::valueOf, form.id()),
                        Typed.text(form.note())),
                new Asked(id, jurisdiction, model, response, flash));
    }

    private static void reason(StepForm form, BindingResult errors) {
        if (form.note().isBlank()) {
            errors.rejectValue("note", "economy.dividend.refused.missing");
        }
    }

    private static @Nullable LocalDate day(String text, BindingResult errors) {
        var day = Typed.date("on", text, errors);
        if (day == null && !errors.hasFieldErrors("on")) {
            errors.rejectValue("on", "economy.dividend.refused.missing");
        }
        return day;
    }

    private String step(String done, BindingResult errors, Runnable action, Asked asked) {
        // what lies outside is not found, whatever else is wrong
        var dividend = queries.find(asked.jurisdiction(), asked.id());
        if (!Submission.succeeds(errors, action)) {
            asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(dividend, asked.jurisdiction(), done, asked.model());
        }
        asked.flash().addFlashAttribute("done", "economy.dividend.done." + done);
        return "redirect:" + asked.id().href();
    }
}
