package io.qiangcun.core.register.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.register.RegisterAuthorities;
import io.qiangcun.core.register.RegisterService;
import io.qiangcun.core.register.RowId;
import io.qiangcun.core.register.RowStale;
import io.qiangcun.core.register.RowView;
import io.qiangcun.core.web.Difference;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.Uploads;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One row: read, printed, put right, ended, taken up again, declared void. */
@Controller
@RequestMapping("/core/register-rows/{id}")
class RowController {

    private static final String MAY_WRITE = "hasAuthority('" + RegisterAuthorities.WRITE + "')";

    private final RegisterService service;
    private final RegisterPages pages;
    private final RowEditor editor;

    RowController(RegisterService service, RegisterPages pages, RowEditor editor) {
        this.service = service;
        this.pages = pages;
        this.editor = editor;
    }

    @GetMapping
    String show(@PathVariable RowId id, Jurisdiction jurisdiction, Model model) {
        pages.row(id, jurisdiction, model);
        return "core/register/row";
    }

    @GetMapping("/print")
    String print(@PathVariable RowId id, Jurisdiction jurisdiction, Model model) {
        var row = pages.row(id, jurisdiction, model);
        return pages.letter(row, jurisdiction, model) ? "core/register/letter" : "core/register/print";
    }

    @GetMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String edit(@PathVariable RowId id, Jurisdiction jurisdiction, Model model) {
        var row = writable(id, jurisdiction, model);
        model.addAttribute("form", RowForm.of(row));
        model.addAttribute("candidates", Map.of());
        return "core/register/edit";
    }

    @PostMapping("/edit")
    @PreAuthorize(MAY_WRITE)
    String correct(
            @PathVariable RowId id,
            @ModelAttribute("form") RowForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var row = writable(id, jurisdiction, model);
        var version = Typed.sent(Long::parseLong, form.version());
        var chosen = editor.choose(jurisdiction, row.definition(), form, row.cells(), errors, model);
        if (!errors.hasErrors()) {
            try {
                service.correct(
                        jurisdiction,
                        actor,
                        id,
                        version,
                        form.cells(),
                        chosen,
                        Typed.text(form.reason()),
                        Uploads.sentWith(files));
                flash.addFlashAttribute("done", "core.register.flash.corrected");
                return "redirect:" + id.href();
            } catch (RowStale stale) {
                return conflict(row, form.choosing(chosen), model, response);
            } catch (RuleViolated violated) {
                FormErrors.reject(violated, errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "core/register/edit";
    }

    private String conflict(RowView row, RowForm mine, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        var typed = mine.asCells(row.definition());
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
        model.addAttribute("form", mine.basedOn(row));
        model.addAttribute(
                "differences",
                row.definition().asked().stream()
                        .map(column -> new Difference(
                                column.label(),
                                column.sensitive() ? "" : typed.shown(column),
                                column.sensitive() ? "" : row.cells().shown(column)))
                        .toList());
        return "core/register/conflict";
    }

    @PostMapping("/end")
    ModelAndView end(
            @PathVariable RowId id,
            @ModelAttribute("step") RowStepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        var version = Typed.sent(Long::parseLong, form.version());
        var on = Typed.date("on", form.on(), errors);
        var succeeded = Submission.succeeds(
                errors, () -> service.end(jurisdiction, actor, id, version, on, Typed.text(form.reason())));
        return after(succeeded, "core.register.flash.ended", id, jurisdiction, model, flash);
    }

    @PostMapping("/resume")
    ModelAndView resume(
            @PathVariable RowId id,
            @ModelAttribute("step") RowStepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        var version = Typed.sent(Long::parseLong, form.version());
        var succeeded = Submission.succeeds(
                errors, () -> service.resume(jurisdiction, actor, id, version, Typed.text(form.reason())));
        return after(succeeded, "core.register.flash.resumed", id, jurisdiction, model, flash);
    }

    @PostMapping("/void")
    ModelAndView declareVoid(
            @PathVariable RowId id,
            @ModelAttribute("step") RowStepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        var version = Typed.sent(Long::parseLong, form.version());
        var succeeded = Submission.succeeds(
                errors, () -> service.declareVoid(jurisdiction, actor, id, version, Typed.text(form.reason())));
        return after(succeeded, "core.register.flash.voided", id, jurisdiction, model, flash);
    }

    /** Shows what is masked on this one page. */
    @PostMapping("/reveal")
    ModelAndView reveal(
            @PathVariable RowId id,
            @ModelAttribute("step") RowStepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model) {
        var succeeded = Submission.succeeds(
                errors,
                () -> model.addAttribute("revealed", service.reveal(jurisdiction, id, Typed.text(form.reason()))));
        pages.row(id, jurisdiction, model);
        model.addAttribute("failed", !succeeded);
        return new ModelAndView(
                "core/register/row", model.asMap(), succeeded ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView after(
            boolean succeeded, String key, RowId id, Jurisdiction jurisdiction, Model model, RedirectAttributes flash) {
        if (succeeded) {
            flash.addFlashAttribute("done", key);
            return new ModelAndView("redirect:" + id.href());
        }
        pages.row(id, jurisdiction, model);
        model.addAttribute("failed", true);
        return new ModelAndView("core/register/row", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private RowView writable(RowId id, Jurisdiction jurisdiction, Model model) {
        var row = pages.row(id, jurisdiction, model);
        if (!row.definition().isWrittenBy(jurisdiction, row.place().code())) {
            throw new AccessDeniedException("The register is written by others");
        }
        return row;
    }
}
