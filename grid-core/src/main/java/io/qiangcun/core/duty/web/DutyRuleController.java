package io.qiangcun.core.duty.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.duty.DutyOverdueRule;
import io.qiangcun.core.duty.DutyOverlayService;
import io.qiangcun.core.duty.DutyRuleHistory;
import io.qiangcun.core.duty.DutyRules;
import io.qiangcun.core.duty.OverlayId;
import io.qiangcun.core.duty.Recurrence;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.warning.WarningExplanations;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The statutory calendar, open to everybody who is signed in: what is demanded, by which text, and what follows. A
 * county demands more on the page of a rule.
 */
@Controller
@RequestMapping("/core/duty-rules")
class DutyRuleController {

    private final DutyRules rules;
    private final DutyOverlayService overlays;
    private final WarningExplanations explanations;
    private final Messages messages;
    private final Clock clock;

    DutyRuleController(
            DutyRules rules,
            DutyOverlayService overlays,
            WarningExplanations explanations,
            Messages messages,
            Clock clock) {
        this.rules = rules;
        this.overlays = overlays;
        this.explanations = explanations;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        var today = LocalDate.now(clock);
        model.addAttribute("rules", rules.inForce(jurisdiction, today));
        model.addAttribute(
                "steps",
                explanations.steps(DutyOverdueRule.CODE, jurisdiction, today).steps());
        return "core/duty/rules";
    }

    @GetMapping("/{code}")
    String show(@PathVariable String code, Jurisdiction jurisdiction, Model model) {
        fill(code, jurisdiction, model);
        return "core/duty/rule";
    }

    @PostMapping("/{code}/overlays")
    ModelAndView overlay(
            @PathVariable String code,
            @Valid @ModelAttribute("form") OverlayForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        if (Submission.succeeds(errors, () -> overlays.overlay(jurisdiction, form.toCommand(code), actor))) {
            return done(code, "core.duty.overlay.done.written", flash);
        }
        return again(code, jurisdiction, model);
    }

    @PostMapping("/{code}/overlays/{overlay}/end")
    ModelAndView end(
            @PathVariable String code,
            @PathVariable OverlayId overlay,
            @Valid @ModelAttribute("end") EndOverlayForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        if (Submission.succeeds(
                errors,
                () -> overlays.end(jurisdiction, overlay, form.requiredEndsOn(), form.requiredReason(), actor))) {
            return done(code, "core.duty.overlay.done.ended", flash);
        }
        return again(code, jurisdiction, model);
    }

    private static ModelAndView done(String code, String key, RedirectAttributes flash) {
        flash.addFlashAttribute("done", key);
        flash.addAttribute("code", code);
        return new ModelAndView("redirect:/core/duty-rules/{code}");
    }

    private ModelAndView again(String code, Jurisdiction jurisdiction, Model model) {
        fill(code, jurisdiction, model);
        return new ModelAndView("core/duty/rule", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void fill(String code, Jurisdiction jurisdiction, Model model) {
        var history = rules.history(code, jurisdiction, LocalDate.now(clock));
        var own = history.overlays().stream()
                .filter(overlay -> Jurisdiction.within(overlay.place()).equals(jurisdiction))
                .filter(DutyRuleHistory.Overlay::isOpen)
                .toList();
        model.addAttribute("rule", history.general());
        model.addAttribute("overlays", history.overlays());
        model.addAttribute("present", history.inForce().orElse(null));
        model.addAttribute("endable", own.isEmpty() ? null : own.get(0));
        model.addAttribute("recurrences", recurrences());
        if (!model.containsAttribute("form")) {
            model.addAttribute(
                    "form",
                    OverlayForm.of(
                            history.inForce().map(DutyRuleHistory.Overlay::rule).orElse(history.general())));
        }
        if (!model.containsAttribute("end")) {
            model.addAttribute("end", new EndOverlayForm(null, ""));
        }
    }

    private List<Option> recurrences() {
        return Arrays.stream(Recurrence.values())
                .map(recurrence -> new Option(recurrence.name(), messages.get("core.duty.recurrence." + recurrence)))
                .toList();
    }
}
