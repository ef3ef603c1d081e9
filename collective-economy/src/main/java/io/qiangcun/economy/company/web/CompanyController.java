package io.qiangcun.economy.company.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.company.CompanyId;
import io.qiangcun.economy.company.CompanyQueries;
import io.qiangcun.economy.company.CompanyQueries.View;
import io.qiangcun.economy.company.CompanyService;
import io.qiangcun.economy.income.IncomeQueries;
import io.qiangcun.economy.income.VillageIncome;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.money.TypedMoney;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

/** One joint company or project: who holds it, what it shared, and whether villages earn as much more as was promised. */
@Controller
@RequestMapping("/economy/companies/{id}")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_COMPANIES + "')")
class CompanyController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_COMPANIES + "')";
    private static final int DECIMALS = 4;

    private final CompanyQueries queries;
    private final CompanyService companies;
    private final CompanyPages pages;
    private final IncomeQueries incomes;
    private final RuleParameters parameters;
    private final PlacesOfChoice places;
    private final CurrentAccount account;
    private final Clock clock;

    CompanyController(
            CompanyQueries queries,
            CompanyService companies,
            CompanyPages pages,
            IncomeQueries incomes,
            RuleParameters parameters,
            PlacesOfChoice places,
            CurrentAccount account,
            Clock clock) {
        this.queries = queries;
        this.companies = companies;
        this.pages = pages;
        this.incomes = incomes;
        this.parameters = parameters;
        this.places = places;
        this.account = account;
        this.clock = clock;
    }

    /** What happens to a company: only the fields of one step are filled in. */
    record StepForm(
            String id,
            String version,
            String on,
            String village,
            @Size(max = 30) String contributed,
            @Size(max = 20) String shares,
            @Size(max = 6) String year,
            @Size(max = 30) String amount,
            @Size(max = 200) String basis,
            @Size(max = 200) String reason) {

        StepForm {
            id = Objects.requireNonNullElse(id, "");
            version = Objects.requireNonNullElse(version, "");
            on = Objects.requireNonNullElse(on, "");
            village = Objects.requireNonNullElse(village, "");
            contributed = Objects.requireNonNullElse(contributed, "");
            shares = Objects.requireNonNullElse(shares, "");
            year = Objects.requireNonNullElse(year, "");
            amount = Objects.requireNonNullElse(amount, "");
            basis = Objects.requireNonNullElse(basis, "");
            reason = Objects.requireNonNullElse(reason, "");
        }

        long stand() {
            return Typed.sent(Long::parseLong, version);
        }
    }

    @GetMapping
    String show(@PathVariable CompanyId id, Jurisdiction jurisdiction, Model model) {
        var company = queries.find(jurisdiction, id);
        var today = LocalDate.now(clock);
        model.addAttribute(
                "form",
                new StepForm(
                        UUID.randomUUID().toString(),
                        Long.toString(company.version()),
                        today.toString(),
                        "",
                        "",
                        "1",
                        Integer.toString(today.getYear()),
                        "",
                        "",
                        ""));
        return page(company, jurisdiction, "", model);
    }

    private String page(View company, Jurisdiction jurisdiction, String refused, Model model) {
        var today = LocalDate.now(clock);
        model.addAttribute("company", company);
        model.addAttribute("holders", queries.holders(jurisdiction, company.id()));
        model.addAttribute("profits", queries.profits(jurisdiction, company.id()));
        model.addAttribute("writes", queries.isWriter() && company.active());
        model.addAttribute("refused", refused);
        model.addAttribute("growth", growth(jurisdiction.narrowedTo(company.place())));
        model.addAttribute(
                "promise",
                parameters.parameter("economy.income.growth-promise", today).amount());
        if (queries.isWriter() && company.active()) {
            model.addAttribute(
                    "villages",
                    places.villages(jurisdiction.narrowedTo(company.place())).stream()
                            .map(village -> new Option(village.code().value(), village.fullName()))
                            .toList());
        }
        return "economy/company/show";
    }

    /** What each village earned more than in the same months of last year, by the same formula; of those that keep books. */
    private Map<String, BigDecimal> growth(Jurisdiction within) {
        var known = new HashMap<String, BigDecimal>();
        if (account.may(EconomyAuthorities.READ_INCOME)) {
            for (VillageIncome village :
                    incomes.ladder(within, YearMonth.now(clock)).villages()) {
                var more = village.growth();
                if (more != null) {
                    known.put(village.place().value(), more);
                }
            }
        }
        return known;
    }

    @GetMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String edit(@PathVariable CompanyId id, Jurisdiction jurisdiction, Model model) {
        return pages.form(jurisdiction, CompanyForm.of(queries.find(jurisdiction, id)), model);
    }

    @PostMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String rewrite(
            @PathVariable CompanyId id,
            @Valid @ModelAttribute("form") CompanyForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var known = queries.find(jurisdiction, id);
        var same = new CompanyForm(
                id.toString(),
                form.version(),
                known.placeCode(),
                form.kind(),
                form.name(),
                form.creditCode(),
                form.foundedOn(),
                form.purpose(),
                form.split());
        var command = same.toCommand(errors);
        if (command.isEmpty()
                || !Submission.succeeds(
                        errors,
                        () -> companies.rewrite(
                                jurisdiction, actor, command.get(), Typed.sent(Long::parseLong, form.version())))) {
            return pages.refused(jurisdiction, same, model, response);
        }
        flash.addFlashAttribute("done", "economy.company.done.written");
        return "redirect:" + id.href();
    }

    /** Who asks, and what the answer is written on. */
    private record Asked(
            CompanyId id,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {}

    @PostMapping("/holders")
    @PreAuthorize(MAY_WRITE)
    String admit(
            @PathVariable CompanyId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var on = CompanyForm.day("on", form.on(), errors);
        var contributed = TypedMoney.money("contributed", form.contributed(), errors);
        var shares = TypedMoney.number("shares", form.shares(), DECIMALS, errors);
        required("village", form.village(), errors);
        return step(
                "admitted",
                errors,
                () -> companies.admit(
                        jurisdiction,
                        actor,
                        id,
                        form.stand(),
                        Typed.sent(PlaceCode::valueOf, form.village()),
                        contributed == null ? Money.ZERO : contributed,
                        shares == null ? BigDecimal.ONE : shares,
                        Objects.requireNonNull(on)),
                new Asked(id, jurisdiction, model, response, flash));
    }

    @PostMapping("/release")
    @PreAuthorize(MAY_WRITE)
    String release(
            @PathVariable CompanyId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required("village", form.village(), errors);
        return step(
                "released",
                errors,
                () -> companies.release(
                        jurisdiction,
                        id,
                        form.stand(),
                        Typed.sent(PlaceCode::valueOf, form.village()),
                        LocalDate.now(clock)),
                new Asked(id, jurisdiction, model, response, flash));
    }

    @PostMapping("/profits")
    @PreAuthorize(MAY_WRITE)
    String share(
            @PathVariable CompanyId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var on = CompanyForm.day("on", form.on(), errors);
        var year = Typed.count("year", form.year(), errors);
        var amount = TypedMoney.money("amount", form.amount(), errors);
        required("year", form.year(), errors);
        required("amount", form.amount(), errors);
        required("basis", form.basis(), errors);
        return step(
                "shared",
                errors,
                () -> companies.share(
                        jurisdiction,
                        actor,
                        id,
                        form.stand(),
                        Typed.sent(UUID::fromString, form.id()),
                        Objects.requireNonNull(year),
                        Objects.requireNonNull(amount),
                        Typed.text(form.basis()),
                        Objects.requireNonNull(on)),
                new Asked(id, jurisdiction, model, response, flash));
    }

    @PostMapping("/profits/withdraw")
    @PreAuthorize(MAY_WRITE)
    String unshare(
            @PathVariable CompanyId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        required("reason", form.reason(), errors);
        return step(
                "unshared",
                errors,
                () -> companies.unshare(
                        jurisdiction,
                        id,
                        form.stand(),
                        Typed.sent(UUID::fromString, form.id()),
                        Typed.text(form.reason())),
                new Asked(id, jurisdiction, model, response, flash));
    }

    @PostMapping("/dissolve")
    @PreAuthorize(MAY_WRITE)
    String dissolve(
            @PathVariable CompanyId id,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var on = CompanyForm.day("on", form.on(), errors);
        required("reason", form.reason(), errors);
        return step(
                "dissolved",
                errors,
                () -> companies.dissolve(
                        jurisdiction, id, form.stand(), Objects.requireNonNull(on), Typed.text(form.reason())),
                new Asked(id, jurisdiction, model, response, flash));
    }

    private static void required(String field, String text, BindingResult errors) {
        if (text.isBlank() && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "economy.company.refused.missing");
        }
    }

    private String step(String done, BindingResult errors, Runnable action, Asked asked) {
        var company = queries.find(asked.jurisdiction(), asked.id());
        if (!Submission.succeeds(errors, action)) {
            asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(company, asked.jurisdiction(), done, asked.model());
        }
        asked.flash().addFlashAttribute("done", "economy.company.done." + done);
        return "redirect:" + asked.id().href();
    }
}
