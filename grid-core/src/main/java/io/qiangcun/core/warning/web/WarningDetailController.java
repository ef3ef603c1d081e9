package io.qiangcun.core.warning.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.warning.Appeal;
import io.qiangcun.core.warning.HolderLevel;
import io.qiangcun.core.warning.WarningDetail;
import io.qiangcun.core.warning.WarningId;
import io.qiangcun.core.warning.WarningQueries;
import io.qiangcun.core.warning.WarningService;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
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

/** One warning: why, since when, until when, and what can be done about it. */
@Controller
@RequestMapping("/core/warnings/{id}")
class WarningDetailController {

    private static final String PAGE = "core/warning/show";

    private final WarningQueries warnings;
    private final WarningService service;
    private final Messages messages;

    WarningDetailController(WarningQueries warnings, WarningService service, Messages messages) {
        this.warnings = warnings;
        this.service = service;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable WarningId id, Jurisdiction jurisdiction, Actor actor, Model model) {
        service.see(jurisdiction, id, actor);
        fill(id, jurisdiction, model);
        return PAGE;
    }

    @PostMapping("/in-hand")
    ModelAndView takeInHand(
            @PathVariable WarningId id,
            @Valid @ModelAttribute("inHand") InHandForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        return answer(
                id,
                errors,
                () -> service.takeInHand(jurisdiction, id, form.requiredExpectedOn(), form.note(), actor),
                "core.warning.done.in-hand",
                jurisdiction,
                model,
                flash);
    }

    @PostMapping("/appeal")
    ModelAndView appeal(
            @PathVariable WarningId id,
            @Valid @ModelAttribute("complaint") AppealForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        return answer(
                id,
                errors,
                () -> service.appeal(jurisdiction, id, form.reason().strip(), actor),
                "core.warning.done.appealed",
                jurisdiction,
                model,
                flash);
    }

    @PostMapping("/urge")
    ModelAndView urge(
            @PathVariable WarningId id,
            @Valid @ModelAttribute("urge") UrgeForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        var note = form.urgeNote();
        return answer(
                id,
                errors,
                () -> service.urge(jurisdiction, List.of(id), note.strip(), form.batch(), actor),
                "core.warning.done.urged-one",
                jurisdiction,
                model,
                flash);
    }

    @PostMapping("/transfer")
    ModelAndView transfer(
            @PathVariable WarningId id,
            @Valid @ModelAttribute("transfer") TransferForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        var note = form.transferNote();
        return answer(
                id,
                errors,
                () -> service.transfer(jurisdiction, id, form.requiredTo(), note.strip(), actor),
                "core.warning.done.transferred",
                jurisdiction,
                model,
                flash);
    }

    @PostMapping("/decide")
    ModelAndView decide(
            @PathVariable WarningId id,
            @Valid @ModelAttribute("decision") DecisionForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        var reason = form.reason();
        return answer(
                id,
                errors,
                () -> service.decide(jurisdiction, id, form.requiredUpheld(), reason.strip(), actor),
                Boolean.TRUE.equals(form.upheld()) ? "core.warning.done.overturned" : "core.warning.done.dismissed",
                jurisdiction,
                model,
                flash);
    }

    private ModelAndView answer(
            WarningId id,
            BindingResult errors,
            Runnable action,
            String done,
            Jurisdiction jurisdiction,
            Model model,
            RedirectAttributes flash) {
        if (Submission.succeeds(errors, action)) {
            flash.addFlashAttribute("done", done);
            return new ModelAndView("redirect:/core/warnings/" + id);
        }
        fill(id, jurisdiction, model);
        return new ModelAndView(PAGE, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void fill(WarningId id, Jurisdiction jurisdiction, Model model) {
        var warning = warnings.show(jurisdiction, id);
        var own = jurisdiction.equals(Jurisdiction.within(warning.row().place()));
        model.addAttribute("warning", warning);
        model.addAttribute("answers", own && warning.isOpen());
        model.addAttribute("mayAppeal", own && warning.isOpen() && warning.row().appeal() == null);
        model.addAttribute("supervises", !own && warning.isOpen());
        model.addAttribute("decides", !own && warning.isOpen() && warning.row().appeal() == Appeal.PENDING);
        model.addAttribute("otherHolders", otherHolders(warning));
        model.addAttribute(
                "verdicts",
                List.of(
                        new Option("true", messages.get("core.warning.decide.uphold")),
                        new Option("false", messages.get("core.warning.decide.dismiss"))));
        addEmptyForms(model);
    }

    /** By name; the levels of a matter that is itself high up fall together. */
    private static List<Option> otherHolders(WarningDetail warning) {
        var names = warning.holders();
        var present = names.getOrDefault(warning.row().holderLevel(), "");
        return Arrays.stream(HolderLevel.values())
                .map(level -> new Option(level.name(), names.getOrDefault(level, "")))
                .filter(option -> !option.label().equals(present))
                .toList();
    }

    private static void addEmptyForms(Model model) {
        addIfAbsent(model, "inHand", new InHandForm(null, ""));
        addIfAbsent(model, "complaint", new AppealForm(""));
        addIfAbsent(model, "urge", new UrgeForm("", UUID.randomUUID()));
        addIfAbsent(model, "transfer", new TransferForm(null, ""));
        addIfAbsent(model, "decision", new DecisionForm(null, ""));
    }

    private static void addIfAbsent(Model model, String name, Object form) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, form);
        }
    }
}
