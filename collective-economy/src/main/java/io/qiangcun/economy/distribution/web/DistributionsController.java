package io.qiangcun.economy.distribution.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.distribution.DistributionId;
import io.qiangcun.economy.distribution.DistributionNotFound;
import io.qiangcun.economy.distribution.DistributionQueries;
import io.qiangcun.economy.distribution.DistributionQueries.Booking;
import io.qiangcun.economy.distribution.DistributionQueries.Part;
import io.qiangcun.economy.distribution.DistributionQueries.Row;
import io.qiangcun.economy.distribution.DistributionState;
import io.qiangcun.economy.distribution.Distributions;
import io.qiangcun.economy.income.IncomeKind;
import io.qiangcun.economy.income.IncomeQueries;
import io.qiangcun.economy.statement.StatementQueries;
import io.qiangcun.economy.voucher.VoucherId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Distributions from the proposal to the last household that was paid. */
@Controller
@RequestMapping("/economy/distributions")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_DISTRIBUTIONS + "')")
class DistributionsController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_DISTRIBUTIONS + "')";

    private final DistributionQueries queries;
    private final Distributions distributions;
    private final StatementQueries statements;
    private final IncomeQueries income;
    private final Messages messages;
    private final Clock clock;

    DistributionsController(
            DistributionQueries queries,
            Distributions distributions,
            StatementQueries statements,
            IncomeQueries income,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.distributions = distributions;
        this.statements = statements;
        this.income = income;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable DistributionState state,
            Pageable page,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("year", year);
        model.addAttribute("state", state);
        model.addAttribute("states", DistributionState.values());
        model.addAttribute("isCounty", jurisdiction.level() == PlaceKind.COUNTY);
        model.addAttribute("isVillage", jurisdiction.level() == PlaceKind.VILLAGE);
        model.addAttribute("rows", queries.distributions(jurisdiction, year, state, page));
        return "economy/distribution/list";
    }

    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable DistributionState state,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        Spreadsheet.<Row>named(
                        messages.get("economy.distribution.list.title"),
                        queries.distributions(jurisdiction, year, state, Pageable.unpaged()))
                .column(messages.get("place.township"), Row::townshipName)
                .column(messages.get("place.village"), Row::placeName)
                .column(field("book"), Row::bookName)
                .column(field("year"), Row::year)
                .column(field("state"), row -> messages.get("economy.distribution.state." + row.state()))
                .column(field("earned"), Row::earned)
                .column(field("brought"), Row::brought)
                .column(field("covered"), Row::covered)
                .column(field("reserve"), Row::reserve)
                .column(field("members"), Row::members)
                .column(field("holders"), Row::holders)
                .column(field("others"), Row::others)
                .column(field("kept"), Row::kept)
                .column(field("paid"), Row::paid)
                .column(field("decided-on"), Row::decidedOn)
                .writeTo(response);
    }

    /** How the members voted. */
    record DecideForm(
            @NotBlank(message = "{economy.distribution.missing.on}")
            String on,

            String body,

            @NotBlank(message = "{economy.distribution.missing.count}")
            String members,

            @NotBlank(message = "{economy.distribution.missing.count}")
            String present,

            @NotBlank(message = "{economy.distribution.missing.count}")
            String yes,

            @NotBlank(message = "{economy.distribution.missing.minutes}") @Size(max = 200)
            String minutes) {

        DecideForm {
            on = Objects.requireNonNullElse(on, "");
            body = Objects.requireNonNullElse(body, "");
            members = Objects.requireNonNullElse(members, "");
            present = Objects.requireNonNullElse(present, "");
            yes = Objects.requireNonNullElse(yes, "");
            minutes = Objects.requireNonNullElse(minutes, "");
        }

        Distributions.@Nullable Decide toCommand(BindingResult errors) {
            var day = Typed.date("on", on, errors);
            var all = Typed.count("members", members, errors);
            var there = Typed.count("present", present, errors);
            var agreed = Typed.count("yes", yes, errors);
            return errors.hasErrors() || day == null || all == null || there == null || agreed == null
                    ? null
                    : new Distributions.Decide(day, body, all, there, agreed, minutes.strip());
        }
    }

    /** Who is paid, when and from where. */
    record PayForm(
            String id,
            @Nullable List<Integer> lines,

            @NotBlank(message = "{economy.distribution.missing.on}")
            String on,

            String account,
            String sheets) {

        PayForm {
            id = Objects.requireNonNullElse(id, "");
            on = Objects.requireNonNullElse(on, "");
            account = Objects.requireNonNullElse(account, "");
            sheets = Objects.requireNonNullElse(sheets, "");
            lines = lines == null ? null : List.copyOf(lines);
        }

        Distributions.@Nullable Pay toCommand(BindingResult errors) {
            var day = Typed.date("on", on, errors);
            var receipts = Typed.count("sheets", sheets, errors);
            if (lines == null || lines.isEmpty()) {
                errors.reject("economy.distribution.refused.nobody");
            }
            return errors.hasErrors() || day == null || lines == null
                    ? null
                    : new Distributions.Pay(
                            Typed.sent(VoucherId::valueOf, id),
                            new HashSet<>(lines),
                            day,
                            Typed.sent(AccountCode::new, account),
                            receipts == null ? 0 : receipts);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable DistributionId id, Jurisdiction jurisdiction, Model model) {
        return page(find(jurisdiction, id), jurisdiction, model);
    }

    private String page(Row distribution, Jurisdiction jurisdiction, Model model) {
        var today = LocalDate.now(clock);
        var parts = queries.parts(jurisdiction, distribution.id());
        var bookings = queries.bookings(jurisdiction, distribution.id());
        model.addAttribute("d", distribution);
        model.addAttribute("parts", parts);
        model.addAttribute("bookings", bookings);
        model.addAttribute("booked", bookings.stream().anyMatch(Booking::live));
        model.addAttribute("open", parts.stream().filter(Part::isOpen).count());
        model.addAttribute(
                "waits",
                bookings.stream()
                        .anyMatch(booking -> booking.live() && !booking.state().equals("POSTED")));
        if (distribution.state() == DistributionState.SHOWN) {
            model.addAttribute(
                    "bodies",
                    Distributions.BODIES.stream()
                            .map(body -> new Option(body, messages.get("economy.distribution.body." + body)))
                            .toList());
            add(model, "decide", new DecideForm(today.toString(), Distributions.BODIES.get(0), "", "", "", ""));
        }
        if (distribution.state() == DistributionState.BOOKED) {
            model.addAttribute(
                    "accounts",
                    queries.money(jurisdiction, distribution.book()).stream()
                            .map(account -> new Option(account.code(), account.code() + " " + account.name()))
                            .toList());
            add(model, "pay", new PayForm(UUID.randomUUID().toString(), null, today.toString(), "", "1"));
        }
        return "economy/distribution/show";
    }

    private static void add(Model model, String name, Object form) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, form);
        }
    }

    @PostMapping("/{id}/decide")
    @PreAuthorize(MAY_WRITE)
    String decide(
            @PathVariable DistributionId id,
            @Valid @ModelAttribute("decide") DecideForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        var distribution = find(jurisdiction, id);
        var command = form.toCommand(errors);
        if (command != null && Submission.succeeds(errors, () -> distributions.decide(jurisdiction, id, command))) {
            flash.addFlashAttribute("done", "economy.distribution.done.decided");
            return "redirect:" + id.href();
        }
        return refused(distribution, jurisdiction, model, response);
    }

    @PostMapping("/{id}/book")
    @PreAuthorize(MAY_WRITE)
    String book(
            @PathVariable DistributionId id,
            @RequestParam(defaultValue = "1") String sheets,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        var distribution = find(jurisdiction, id);
        var year = distribution.year();
        var words = new Distributions.Words(
                messages.get("economy.distribution.words.covered", year),
                messages.get("economy.distribution.words.shared", year),
                messages.get("economy.distribution.words.cleared", year),
                "");
        var attached = Typed.sent(Integer::parseInt, sheets);
        try {
            distributions.book(jurisdiction, actor, id, attached, words);
            flash.addFlashAttribute("done", "economy.distribution.done.booked");
        } catch (io.qiangcun.core.error.RuleViolated no) {
            flash.addFlashAttribute(
                    "problemText",
                    no.problems().stream()
                            .map(problem -> messages.get(
                                    problem.messageKey(), problem.arguments().toArray()))
                            .findFirst()
                            .orElse(""));
        }
        return "redirect:" + id.href();
    }

    @PostMapping("/{id}/pay")
    @PreAuthorize(MAY_WRITE)
    String pay(
            @PathVariable DistributionId id,
            @Valid @ModelAttribute("pay") PayForm form,
            BindingResult errors,
            Actor actor,
            Jurisdiction jurisdiction,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        var distribution = find(jurisdiction, id);
        var command = form.toCommand(errors);
        var words = messages.get("economy.distribution.words.paid", distribution.year());
        if (command != null
                && Submission.succeeds(errors, () -> distributions.pay(jurisdiction, actor, id, command, words))) {
            flash.addFlashAttribute("done", "economy.distribution.done.paid");
            return "redirect:" + id.href();
        }
        return refused(distribution, jurisdiction, model, response);
    }

    @PostMapping("/{id}/drop")
    @PreAuthorize(MAY_WRITE)
    String drop(
            @PathVariable DistributionId id,
            @RequestParam(defaultValue = "") String reason,
            Jurisdiction jurisdiction,
            RedirectAttributes flash) {
        find(jurisdiction, id);
        if (reason.isBlank()) {
            flash.addFlashAttribute("problem", "economy.distribution.missing.reason");
        } else {
            distributions.drop(jurisdiction, id, Typed.text(reason));
            flash.addFlashAttribute("done", "economy.distribution.done.dropped");
        }
        return "redirect:" + id.href();
    }

    /** What the members are given before they decide: report, statements, plan, and a list to sign (art. 46). */
    @GetMapping("/{id}/pack")
    String pack(@PathVariable DistributionId id, Jurisdiction jurisdiction, Model model) {
        var distribution = find(jurisdiction, id);
        var december = YearMonth.of(distribution.year(), 12);
        model.addAttribute("d", distribution);
        model.addAttribute("december", december);
        model.addAttribute("parts", queries.parts(jurisdiction, id));
        var sheet = income.sheet(jurisdiction, distribution.place(), december);
        model.addAttribute("decidableFrom", distributions.decidableFrom(distribution.shownOn()));
        model.addAttribute("income", sheet);
        model.addAttribute("kinds", IncomeKind.values());
        model.addAttribute("earned", sheet.sum(IncomeKind.OPERATING));
        model.addAttribute("granted", sheet.sum(IncomeKind.GRANT));
        model.addAttribute("cost", sheet.sum(IncomeKind.OPERATING_COST));
        model.addAttribute("statements", statements.statements(jurisdiction, distribution.book(), december));
        return "economy/distribution/pack";
    }

    /** To be signed. */
    @GetMapping("/{id}/pay-list")
    void payList(@PathVariable DistributionId id, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var distribution = find(jurisdiction, id);
        Spreadsheet.<Part>named(
                        messages.get("economy.distribution.pay-list.of", distribution.placeName(), distribution.year()),
                        queries.parts(jurisdiction, id))
                .column(field("no"), Part::lineNo)
                .column(field("holder"), Part::holder)
                .column(field("shares"), Part::shares)
                .column(field("amount"), Part::amount)
                .column(field("paid-on"), part -> part.paid() ? part.paidOn() : null)
                .column(field("signature"), part -> "")
                .writeTo(response);
    }

    private String refused(Row distribution, Jurisdiction jurisdiction, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(distribution, jurisdiction, model);
    }

    private Row find(Jurisdiction jurisdiction, DistributionId id) {
        return queries.find(jurisdiction, id).orElseThrow(() -> new DistributionNotFound(id));
    }

    private String field(String field) {
        return messages.get("economy.distribution.field." + field);
    }
}
