package io.qiangcun.core.register.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.register.Cells;
import io.qiangcun.core.register.EnterRow;
import io.qiangcun.core.register.RegisterAuthorities;
import io.qiangcun.core.register.RegisterDefinition;
import io.qiangcun.core.register.RegisterQueries;
import io.qiangcun.core.register.RegisterService;
import io.qiangcun.core.register.RowId;
import io.qiangcun.core.register.RowView;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.Uploads;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing a row into a register. */
@Controller
@RequestMapping("/core/registers/{code}/new")
@PreAuthorize("hasAuthority('" + RegisterAuthorities.WRITE + "')")
class NewRowController {

    private final RegisterQueries registers;
    private final RegisterService service;
    private final RegisterPages pages;
    private final RowEditor editor;

    NewRowController(RegisterQueries registers, RegisterService service, RegisterPages pages, RowEditor editor) {
        this.registers = registers;
        this.service = service;
        this.pages = pages;
        this.editor = editor;
    }

    @GetMapping
    String open(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable RowId parent,
            @RequestParam(required = false) @Nullable PlaceCode place,
            Jurisdiction jurisdiction,
            Model model) {
        var definition = writable(jurisdiction, code);
        var owner = owner(jurisdiction, definition, parent);
        var where = owner == null ? pages.placesToWriteIn(jurisdiction, definition) : List.<Option>of();
        var only = where.size() == 1 ? where.get(0).value() : place == null ? "" : place.value();
        model.addAttribute(
                "form",
                RowForm.empty(
                        owner == null ? only : owner.place().code().value(), parent == null ? "" : parent.toString()));
        return form(definition, owner, where, model);
    }

    @PostMapping
    String enter(
            @PathVariable String code,
            @ModelAttribute("form") RowForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var definition = writable(jurisdiction, code);
        var parent = form.parent().isEmpty() ? null : Typed.sent(RowId::valueOf, form.parent());
        var owner = owner(jurisdiction, definition, parent);
        var id = Typed.sent(RowId::valueOf, form.id());
        var place = owner == null ? form.place() : owner.place().code().value();
        if (place.isEmpty()) {
            errors.rejectValue("place", "core.register.refused.place-missing");
        }
        var chosen = editor.choose(jurisdiction, definition, form, Cells.EMPTY, errors, model);
        if (!errors.hasErrors()) {
            try {
                service.enter(
                        jurisdiction,
                        actor,
                        new EnterRow(id, code, Typed.sent(PlaceCode::valueOf, place), parent, form.cells(), chosen),
                        Uploads.sentWith(files));
                flash.addFlashAttribute("done", "core.register.flash.entered");
                return "redirect:" + (parent == null ? id : parent).href();
            } catch (RuleViolated violated) {
                FormErrors.reject(violated, errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var where = owner == null ? pages.placesToWriteIn(jurisdiction, definition) : List.<Option>of();
        return form(definition, owner, where, model);
    }

    private String form(RegisterDefinition definition, @Nullable RowView owner, List<Option> where, Model model) {
        model.addAttribute("register", definition);
        model.addAttribute("owner", owner);
        model.addAttribute("places", where);
        return "core/register/new";
    }

    /** A log of rows cannot be written but for a row. */
    private @Nullable RowView owner(Jurisdiction jurisdiction, RegisterDefinition definition, @Nullable RowId parent) {
        if ((definition.of() == null) != (parent == null)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var owner = parent == null ? null : registers.show(jurisdiction, parent);
        if (owner != null && !owner.definition().code().equals(definition.of())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return owner;
    }

    private RegisterDefinition writable(Jurisdiction jurisdiction, String code) {
        var definition = registers.register(jurisdiction, code).definition();
        if (!definition.isWrittenBy(jurisdiction)) {
            throw new AccessDeniedException("The register is written by others");
        }
        return definition;
    }
}
