package io.qiangcun.core.procedure.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.procedure.ActRefused;
import io.qiangcun.core.procedure.CaseDetail;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.CaseService;
import io.qiangcun.core.procedure.EvidenceField;
import io.qiangcun.core.procedure.FieldSources;
import io.qiangcun.core.procedure.Step;
import io.qiangcun.core.procedure.StepActedMeanwhile;
import io.qiangcun.core.procedure.StepState;
import io.qiangcun.core.procedure.TimeLine;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Uploads;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One step of a case: taken, waived, objected to, closed, taken back. */
@Controller
@RequestMapping("/core/cases/{id}")
class StepController {

    private final CaseService service;
    private final CasePages pages;
    private final FieldSources sources;

    StepController(CaseService service, CasePages pages, FieldSources sources) {
        this.service = service;
        this.pages = pages;
        this.sources = sources;
    }

    /** A step that is not open, or not this account's to take, leads to the case, which says where it stands. */
    @GetMapping("/steps/{step}")
    String form(@PathVariable CaseId id, @PathVariable String step, Jurisdiction jurisdiction, Model model) {
        var found = pages.fill(id, jurisdiction, model);
        var line = line(found, step);
        var mine = pages.isMine(found, line, jurisdiction) && line.state() == StepState.OPEN;
        if (!mine && !pages.mayWaive(found, line, jurisdiction)) {
            return "redirect:" + id.href() + "#step-" + step;
        }
        var seen = found.actsOn(step).size();
        model.addAttribute("form", ActForm.of(line.step(), seen, found.today()));
        model.addAttribute("reason", ReasonForm.empty(seen, found.head().version()));
        return form(found, line, jurisdiction, model);
    }

    @PostMapping("/steps/{step}")
    String take(
            @PathVariable CaseId id,
            @PathVariable String step,
            @ModelAttribute("form") ActForm typed,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var found = pages.fill(id, jurisdiction, model);
        var line = line(found, step);
        var form = typed.compact(line.step());
        model.addAttribute("typed", form.evidence());
        var command = form.toCommand(line.step(), errors);
        if (command.isPresent()) {
            try {
                service.take(jurisdiction, actor, id, command.get(), Uploads.sentWith(files));
                flash.addFlashAttribute("done", "core.procedure.flash.taken");
                return "redirect:" + id.href();
            } catch (StepActedMeanwhile meanwhile) {
                var now = pages.fill(id, jurisdiction, model);
                return meanwhile(now, line(now, step), form, jurisdiction, model, response);
            } catch (ActRefused refused) {
                FormErrors.reject(refused, errors);
            } catch (RuleViolated violated) {
                // of another slice, whose fields this form does not have
                violated.problems()
                        .forEach(problem -> errors.reject(
                                problem.messageKey(), problem.arguments().toArray(), problem.messageKey()));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(found, line, jurisdiction, model);
    }

    @PostMapping("/steps/{step}/waive")
    ModelAndView waive(
            @PathVariable CaseId id,
            @PathVariable String step,
            @ModelAttribute("reason") ReasonForm reason,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        var found = pages.fill(id, jurisdiction, model);
        var line = line(found, step);
        var act = Submission.sent(reason.act());
        var seen = Objects.requireNonNullElse(reason.seen(), -1);
        if (Submission.succeeds(
                errors, () -> service.waive(jurisdiction, actor, id, step, act, seen, reason.waiverReason()))) {
            return done(id, "core.procedure.flash.waived", flash);
        }
        model.addAttribute("form", ActForm.of(line.step(), found.actsOn(step).size(), found.today()));
        form(found, line, jurisdiction, model);
        return new ModelAndView("core/procedure/step", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/acts/{act}/objections")
    ModelAndView object(
            @PathVariable CaseId id,
            @PathVariable UUID act,
            @ModelAttribute("objection") ObjectionForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        var objection = Submission.sent(form.objection());
        return pages.after(
                errors,
                () -> service.object(
                        jurisdiction,
                        actor,
                        id,
                        act,
                        objection,
                        form.raisedOn(),
                        Objects.requireNonNull(form.raisedBy()),
                        Objects.requireNonNull(form.content())),
                "core.procedure.flash.objected",
                id,
                jurisdiction,
                model,
                flash);
    }

    @PostMapping("/acts/{act}/objections/{objection}/answer")
    ModelAndView answer(
            @PathVariable CaseId id,
            @PathVariable UUID act,
            @PathVariable("objection") UUID answered,
            @ModelAttribute("objection") ObjectionForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        return pages.after(
                errors,
                () -> service.answer(jurisdiction, actor, id, act, answered, Objects.requireNonNull(form.answer())),
                "core.procedure.flash.answered",
                id,
                jurisdiction,
                model,
                flash);
    }

    @PostMapping("/acts/{act}/close")
    ModelAndView close(
            @PathVariable CaseId id,
            @PathVariable UUID act,
            @ModelAttribute("objection") ObjectionForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        return pages.after(
                errors,
                () -> service.close(jurisdiction, actor, id, act, form.closedOn()),
                "core.procedure.flash.closed",
                id,
                jurisdiction,
                model,
                flash);
    }

    @PostMapping("/acts/{act}/confirm")
    ModelAndView confirm(
            @PathVariable CaseId id,
            @PathVariable UUID act,
            @ModelAttribute("reason") ReasonForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        return pages.after(
                errors,
                () -> service.confirm(jurisdiction, actor, id, act),
                "core.procedure.flash.confirmed",
                id,
                jurisdiction,
                model,
                flash);
    }

    @PostMapping("/acts/{act}/withdraw")
    ModelAndView withdraw(
            @PathVariable CaseId id,
            @PathVariable UUID act,
            @ModelAttribute("reason") ReasonForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        return pages.after(
                errors,
                () -> service.withdraw(jurisdiction, actor, id, act, form.withdrawalReason()),
                "core.procedure.flash.withdrawn",
                id,
                jurisdiction,
                model,
                flash);
    }

    private String form(CaseDetail found, TimeLine.Line line, Jurisdiction jurisdiction, Model model) {
        var step = line.step();
        var vote = step.vote();
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", prefilled(found, step));
        }
        model.addAttribute("line", line);
        model.addAttribute("step", step);
        model.addAttribute("sources", sources);
        model.addAttribute("mine", pages.isMine(found, line, jurisdiction) && line.state() == StepState.OPEN);
        model.addAttribute("mayWaive", pages.mayWaive(found, line, jurisdiction));
        model.addAttribute(
                "rules",
                vote == null
                        ? List.of()
                        : vote.allRules().stream()
                                .map(found.voteRules()::get)
                                .filter(Objects::nonNull)
                                .toList());
        return "core/procedure/step";
    }

    /** Lists that are written once more begin as they were. */
    private static Map<String, String> prefilled(CaseDetail found, Step step) {
        var filled = new HashMap<String, String>();
        step.fields().stream()
                .filter(field -> field.kind() == EvidenceField.Kind.ITEMS)
                .forEach(field -> {
                    var items = found.items(step.code(), field.code());
                    for (var row = 0; row < items.size(); row++) {
                        for (var column : field.columns()) {
                            filled.put(field.code() + "." + row + "." + column.code(), items.value(row, column));
                        }
                    }
                });
        return filled;
    }

    /** Shows what the other did, and what was typed; it can be sent again where the step is still open. */
    private String meanwhile(
            CaseDetail found,
            TimeLine.Line line,
            ActForm form,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        var theirs = found.actsOn(line.step().code());
        model.addAttribute("theirs", theirs.isEmpty() ? null : theirs.get(theirs.size() - 1));
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
        model.addAttribute("form", form.seenNow(theirs.size()));
        form(found, line, jurisdiction, model);
        return "core/procedure/conflict";
    }

    private static ModelAndView done(CaseId id, String key, RedirectAttributes flash) {
        flash.addFlashAttribute("done", key);
        return new ModelAndView("redirect:" + id.href());
    }

    private TimeLine.Line line(CaseDetail found, String step) {
        return found.timeLine().find(step).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
