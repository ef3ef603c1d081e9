package io.qiangcun.core.warning.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.warning.HolderLevel;
import io.qiangcun.core.warning.StepHistory;
import io.qiangcun.core.warning.StepOverlayId;
import io.qiangcun.core.warning.StepOverlayService;
import io.qiangcun.core.warning.WarningExplanations;
import io.qiangcun.core.warning.WarningLevel;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
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

/** When the warnings of a rule rise and who holds them: open to everybody who is signed in, a county sets its own. */
@Controller
@RequestMapping("/core/warning-steps/{rule}")
class WarningStepController {

    private static final String PAGE = "core/warning/steps";

    private final WarningExplanations explanations;
    private final StepOverlayService overlays;
    private final List<String> rules;
    private final Messages messages;
    private final Clock clock;

    WarningStepController(
            WarningExplanations explanations,
            StepOverlayService overlays,
            ObjectProvider<WarningRule> rules,
            Messages messages,
            Clock clock) {
        this.explanations = explanations;
        this.overlays = overlays;
        this.rules = rules.orderedStream().map(WarningRule::code).toList();
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String rule, Jurisdiction jurisdiction, Model model) {
        fill(rule, jurisdiction, model);
        return PAGE;
    }

    @PostMapping("/overlays")
    ModelAndView overlay(
            @PathVariable String rule,
            @Valid @ModelAttribute("form") StepsForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        form.check(errors);
        if (Submission.succeeds(errors, () -> overlays.overlay(jurisdiction, form.toCommand(rule), actor))) {
            return done(rule, "core.warning.steps.done.written", flash);
        }
        return again(rule, jurisdiction, model);
    }

    @PostMapping("/overlays/{overlay}/end")
    ModelAndView end(
            @PathVariable String rule,
            @PathVariable StepOverlayId overlay,
            @Valid @ModelAttribute("end") EndStepsForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        if (Submission.succeeds(
                errors,
                () -> overlays.end(jurisdiction, overlay, form.requiredEndsOn(), form.requiredReason(), actor))) {
            return done(rule, "core.warning.steps.done.ended", flash);
        }
        return again(rule, jurisdiction, model);
    }

    private static ModelAndView done(String rule, String key, RedirectAttributes flash) {
        flash.addFlashAttribute("done", key);
        flash.addAttribute("rule", rule);
        return new ModelAndView("redirect:/core/warning-steps/{rule}");
    }

    private ModelAndView again(String rule, Jurisdiction jurisdiction, Model model) {
        fill(rule, jurisdiction, model);
        return new ModelAndView(PAGE, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void fill(String rule, Jurisdiction jurisdiction, Model model) {
        var history = explanations.history(rule, jurisdiction, LocalDate.now(clock));
        model.addAttribute("history", history);
        model.addAttribute("rules", rules);
        model.addAttribute(
                "endable",
                history.overlays().stream()
                        .filter(overlay -> Jurisdiction.within(overlay.within()).equals(jurisdiction))
                        .filter(StepHistory.Overlay::isOpen)
                        .findFirst()
                        .orElse(null));
        model.addAttribute("levels", WarningLevel.values());
        model.addAttribute("moments", options("core.warning.steps.moment.", (Object[]) StepsForm.Moment.values()));
        model.addAttribute("holders", options("core.warning.holder.", (Object[]) HolderLevel.values()));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", StepsForm.of(history.present()));
        }
        if (!model.containsAttribute("end")) {
            model.addAttribute("end", new EndStepsForm(null, ""));
        }
    }

    private List<Option> options(String prefix, Object... values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.toString(), messages.get(prefix + value)))
                .toList();
    }
}
