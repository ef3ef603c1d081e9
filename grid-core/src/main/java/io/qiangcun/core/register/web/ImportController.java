package io.qiangcun.core.register.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.register.RegisterAuthorities;
import io.qiangcun.core.register.RegisterColumn;
import io.qiangcun.core.register.RegisterColumn.Kind;
import io.qiangcun.core.register.RegisterDefinition;
import io.qiangcun.core.register.RegisterQueries;
import io.qiangcun.core.register.RowId;
import io.qiangcun.core.register.RowView;
import io.qiangcun.core.register.SheetImport;
import io.qiangcun.core.sheet.RowSheet;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.ReturnedSheet;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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

/** Many rows from a sheet: the empty sheet, and what becomes of the filled one. */
@Controller
@RequestMapping("/core/registers/{code}/import")
@PreAuthorize("hasAuthority('" + RegisterAuthorities.WRITE + "')")
class ImportController {

    private final RegisterQueries registers;
    private final SheetImport sheets;
    private final Messages messages;

    ImportController(RegisterQueries registers, SheetImport sheets, Messages messages) {
        this.registers = registers;
        this.sheets = sheets;
        this.messages = messages;
    }

    /** Only there to say at the file what is wrong with it. */
    record SheetForm(@Nullable String sheet, @Nullable String parent) {}

    @GetMapping
    String open(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable RowId parent,
            Jurisdiction jurisdiction,
            Model model) {
        var definition = writable(jurisdiction, code);
        var owner = owner(jurisdiction, definition, parent);
        model.addAttribute("form", new SheetForm(null, parent == null ? "" : parent.toString()));
        return page(definition, owner, model);
    }

    @GetMapping("/template")
    void template(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable RowId parent,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var definition = writable(jurisdiction, code);
        var owner = owner(jurisdiction, definition, parent);
        var sheet = Spreadsheet.<String>named(messages.get("core.sheet.name", definition.title()), List.of())
                .note(messages.get("core.sheet.note"));
        if (owner == null) {
            sheet.column(
                    placeHeading(),
                    registers.placesToWriteIn(jurisdiction, definition).stream()
                            .map(RegisterQueries.WritablePlace::name)
                            .toList());
        }
        definition.asked().forEach(column -> sheet.column(heading(column), offered(column)));
        sheet.writeTo(response);
    }

    private List<String> offered(RegisterColumn column) {
        return switch (column.kind()) {
            case CHOICE ->
                column.offered().stream().map(RegisterColumn.Choice::label).toList();
            case YES_NO -> List.of(messages.get("core.register.yes"), messages.get("core.register.no"));
            default -> List.of();
        };
    }

    /** A label, and in brackets behind it what is expected. */
    private String heading(RegisterColumn column) {
        var notes = new ArrayList<String>();
        if (column.required()) {
            notes.add(messages.get("core.register.define.required"));
        }
        if (!column.unit().isEmpty()) {
            notes.add(column.unit());
        }
        if (column.kind() == Kind.CHOICE) {
            notes.add(
                    column.offered().stream().map(RegisterColumn.Choice::label).collect(Collectors.joining(" / ")));
        } else if (column.kind() != Kind.TEXT && column.kind() != Kind.LONG_TEXT) {
            notes.add(messages.get("core.sheet.as." + column.kind()));
        }
        var words = notes.stream().filter(note -> !note.isBlank()).toList();
        return words.isEmpty()
                ? column.label()
                : messages.get("core.sheet.heading", column.label(), String.join("，", words));
    }

    private String placeHeading() {
        return messages.get("core.register.column.place");
    }

    @PostMapping
    String take(
            @PathVariable String code,
            @ModelAttribute("form") SheetForm form,
            BindingResult errors,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        var definition = writable(jurisdiction, code);
        var given = form.parent();
        var parent = given == null || given.isEmpty() ? null : Typed.sent(RowId::valueOf, given);
        var owner = owner(jurisdiction, definition, parent);
        var result = new ArrayList<SheetImport.Result>();
        if (file == null || file.isEmpty()) {
            errors.rejectValue("sheet", "core.sheet.missing");
        } else {
            var workbook = file.getBytes();
            Submission.succeeds(
                    errors, () -> result.add(sheets.take(jurisdiction, actor, definition, owner, workbook, words())));
        }
        var taken = result.isEmpty() ? null : result.get(0);
        if (taken != null && taken.wrong().isEmpty()) {
            flash.addFlashAttribute("doneText", messages.get("core.register.flash.imported", taken.written()));
            flash.addAttribute("code", code);
            return parent == null ? "redirect:/core/registers/{code}" : "redirect:" + parent.href();
        }
        if (taken != null) {
            model.addAttribute(
                    "returned",
                    ReturnedSheet.of(
                            taken.sheet(),
                            definition.title(),
                            taken.wrong(),
                            heading -> isDay(definition, heading),
                            messages));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(definition, owner, model);
    }

    private SheetImport.Words words() {
        return new SheetImport.Words(
                placeHeading(), messages.get("core.register.yes"), messages.get("core.register.no"));
    }

    private static boolean isDay(RegisterDefinition definition, String heading) {
        return definition.asked().stream()
                .anyMatch(column -> column.kind() == Kind.DATE && heading.startsWith(column.label()));
    }

    private String page(RegisterDefinition definition, @Nullable RowView owner, Model model) {
        model.addAttribute("register", definition);
        model.addAttribute("owner", owner);
        model.addAttribute("mostLines", RowSheet.Limits.USUAL.lines());
        return "core/register/import";
    }

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
