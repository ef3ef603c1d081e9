package io.qiangcun.economy.bonus.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.bonus.Bonus;
import io.qiangcun.economy.bonus.Measure;
import io.qiangcun.economy.bonus.Scheme;
import io.qiangcun.economy.bonus.SchemeId;
import io.qiangcun.economy.bonus.SchemeNotFound;
import io.qiangcun.economy.bonus.Schemes;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What income pays: schemes, what each would pay, and what was decided. */
@Controller
@RequestMapping("/economy/bonus")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_BONUS + "')")
class BonusController {

    private static final String MAY_DEFINE = "hasAuthority('" + EconomyAuthorities.DEFINE_BONUS + "')";

    private final Schemes schemes;
    private final Messages messages;
    private final Clock clock;

    BonusController(Schemes schemes, Messages messages, Clock clock) {
        this.schemes = schemes;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("schemes", schemes.schemes(jurisdiction));
        return "economy/bonus/list";
    }

    /** @param like the scheme whose terms are tried with other numbers */
    @GetMapping("/new")
    @PreAuthorize(MAY_DEFINE)
    String open(@RequestParam(required = false) @Nullable SchemeId like, Jurisdiction jurisdiction, Model model) {
        model.addAttribute(
                "form",
                like == null
                        ? SchemeForm.empty(LocalDate.now(clock).getYear())
                        : SchemeForm.like(find(jurisdiction, like)));
        return form(model);
    }

    @PostMapping("/new")
    @PreAuthorize(MAY_DEFINE)
    String draft(
            @Valid @ModelAttribute("form") SchemeForm form,
            BindingResult errors,
            Actor actor,
            Jurisdiction jurisdiction,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        var command = form.toCommand(errors);
        if (command.isPresent()
                && Submission.succeeds(errors, () -> schemes.draft(jurisdiction, actor, command.get()))) {
            flash.addFlashAttribute("done", "economy.bonus.done.drafted");
            return "redirect:" + command.get().id().href();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(model);
    }

    /** Where it was decided. */
    record DecisionForm(
            @NotBlank(message = "{economy.bonus.missing.on}")
            String on,

            @NotBlank(message = "{economy.bonus.missing.decision}") @Size(max = 300)
            String decision) {

        DecisionForm {
            on = Objects.requireNonNullElse(on, "");
            decision = Objects.requireNonNullElse(decision, "");
        }
    }

    /** Why it does not count. */
    record DropForm(
            @NotBlank(message = "{economy.bonus.missing.reason}") @Size(max = 300)
            String reason) {

        DropForm {
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable SchemeId id, Jurisdiction jurisdiction, Actor actor, Model model) {
        return page(find(jurisdiction, id), jurisdiction, actor, model);
    }

    @GetMapping("/{id}/export")
    void export(@PathVariable SchemeId id, Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        var scheme = find(jurisdiction, id);
        Spreadsheet.<Bonus>named(scheme.name(), schemes.bonuses(jurisdiction, scheme))
                .column(messages.get("place.township"), bonus -> bonus.village().townshipName())
                .column(messages.get("place.village"), bonus -> bonus.village().name())
                .column(field("operating"), bonus -> bonus.village().operating())
                .column(field("before"), bonus -> bonus.village().before())
                .column(field("net"), bonus -> bonus.village().net())
                .column(messages.get("economy.bonus.measure." + scheme.terms().measure()), Bonus::measured)
                .column(field("amount"), Bonus::amount)
                .column(field("outcome"), bonus -> messages.get("economy.bonus.outcome." + bonus.outcome()))
                .writeTo(response);
    }

    @PostMapping("/{id}/decide")
    @PreAuthorize(MAY_DEFINE)
    String decide(
            @PathVariable SchemeId id,
            @Valid @ModelAttribute("decide") DecisionForm form,
            BindingResult errors,
            Actor actor,
            Jurisdiction jurisdiction,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        var scheme = find(jurisdiction, id);
        var on = Typed.date("on", form.on(), errors);
        if (!errors.hasErrors()
                && on != null
                && Submission.succeeds(
                        errors, () -> schemes.decide(jurisdiction, actor, id, on, Typed.text(form.decision())))) {
            flash.addFlashAttribute("done", "economy.bonus.done.decided");
            return "redirect:" + id.href();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(scheme, jurisdiction, actor, model);
    }

    @PostMapping("/{id}/drop")
    @PreAuthorize(MAY_DEFINE)
    String drop(
            @PathVariable SchemeId id,
            @Valid @ModelAttribute("drop") DropForm form,
            BindingResult errors,
            Actor actor,
            Jurisdiction jurisdiction,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        var scheme = find(jurisdiction, id);
        if (!errors.hasErrors()
                && Submission.succeeds(
                        errors, () -> schemes.drop(jurisdiction, actor, id, Typed.text(form.reason())))) {
            flash.addFlashAttribute("done", "economy.bonus.done.dropped");
            return "redirect:" + id.href();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(scheme, jurisdiction, actor, model);
    }

    private String page(Scheme scheme, Jurisdiction jurisdiction, Actor actor, Model model) {
        var bonuses = scheme.state() == Scheme.State.DROPPED && scheme.decidedOn() == null
                ? List.<Bonus>of()
                : schemes.bonuses(jurisdiction, scheme);
        var year = LocalDate.now(clock).getYear();
        model.addAttribute("scheme", scheme);
        model.addAttribute("bonuses", bonuses);
        model.addAttribute("sum", bonuses.stream().map(Bonus::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        model.addAttribute("most", bonuses.stream().map(Bonus::amount).reduce(BigDecimal.ZERO, BigDecimal::max));
        model.addAttribute("paid", bonuses.stream().filter(Bonus::isPaid).count());
        model.addAttribute(
                "limited",
                bonuses.stream()
                        .filter(bonus -> bonus.outcome() == Bonus.Outcome.LIMITED)
                        .count());
        model.addAttribute("unclosed", scheme.isDraft() ? schemes.unclosed(jurisdiction, scheme.year()) : null);
        model.addAttribute("isCounty", jurisdiction.level() == PlaceKind.COUNTY);
        model.addAttribute("isOver", scheme.year() < year);
        model.addAttribute("isOwn", scheme.recordedBy().equals(actor.login()));
        if (!model.containsAttribute("decide")) {
            model.addAttribute("decide", new DecisionForm("", ""));
        }
        if (!model.containsAttribute("drop")) {
            model.addAttribute("drop", new DropForm(""));
        }
        return "economy/bonus/show";
    }

    private String form(Model model) {
        model.addAttribute(
                "measures",
                Arrays.stream(Measure.values())
                        .map(measure -> new Option(measure.name(), messages.get("economy.bonus.measure." + measure)))
                        .toList());
        return "economy/bonus/form";
    }

    private Scheme find(Jurisdiction jurisdiction, SchemeId id) {
        return schemes.find(jurisdiction, id).orElseThrow(() -> new SchemeNotFound(id));
    }

    private String field(String field) {
        return messages.get("economy.bonus.field." + field);
    }
}
