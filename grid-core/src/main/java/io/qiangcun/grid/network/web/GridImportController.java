package io.qiangcun.grid.network.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.place.PlacesOfChoice.Choice;
import io.qiangcun.core.sheet.RowSheet;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.ReturnedSheet;
import io.qiangcun.core.web.SheetForm;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.grid.GridAuthorities;
import io.qiangcun.grid.network.GridTakeover;
import io.qiangcun.grid.network.GridTakeover.Entry;
import io.qiangcun.grid.network.GridType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Many grids from a sheet: the empty sheet, what is wrong in the filled one or how many it holds, and the entry. */
@Controller
@RequestMapping("/grid/network/import")
@PreAuthorize("hasAuthority('" + GridAuthorities.SHAPE_GRIDS + "')")
class GridImportController {

    private static final Set<String> REQUIRED = Set.of("village", "name");

    private final GridTakeover grids;
    private final PlacesOfChoice places;
    private final Messages messages;
    private final Clock clock;

    GridImportController(GridTakeover grids, PlacesOfChoice places, Messages messages, Clock clock) {
        this.grids = grids;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** How many grids a sheet holds for a part of the jurisdiction. */
    record PlaceCount(String name, long grids, long microGrids, long households) {

        static PlaceCount of(String name, List<Entry> entries) {
            var whole = entries.stream().filter(entry -> entry.grid() == null).toList();
            return new PlaceCount(
                    name,
                    whole.size(),
                    entries.size() - whole.size(),
                    whole.stream()
                            .map(entry -> entry.details().households())
                            .filter(Objects::nonNull)
                            .mapToLong(Integer::longValue)
                            .sum());
        }
    }

    @GetMapping
    String open(Model model) {
        model.addAttribute("form", SheetForm.empty());
        return page(model);
    }

    @GetMapping("/template")
    void template(Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        var sheet = Spreadsheet.<String>named(messages.get("core.sheet.name", title()), List.of())
                .note(messages.get("core.sheet.note"));
        GridLines.FIELDS.forEach(field -> sheet.column(heading(field), offered(jurisdiction, field)));
        sheet.writeTo(response);
    }

    /** Looks at the sheet; nothing is entered yet. */
    @PostMapping
    String look(
            @ModelAttribute("form") SheetForm form,
            BindingResult errors,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response)
            throws IOException {
        if (file == null || file.isEmpty()) {
            errors.rejectValue("sheet", "core.sheet.missing");
            return refused(response, model);
        }
        var sent = form.with(file.getBytes());
        var read = read(jurisdiction, sent, errors);
        if (read == null) {
            return refused(response, model);
        }
        read.lines().add(grids.check(jurisdiction, read.lines().entries()));
        if (!read.lines().problems().isEmpty()) {
            return returned(read, response, model);
        }
        model.addAttribute("form", sent);
        model.addAttribute("counts", counts(jurisdiction, read.lines().entries()));
        model.addAttribute("total", PlaceCount.of("", read.lines().entries()));
        return "grid/network/import-confirm";
    }

    @PostMapping("/confirm")
    String take(
            @ModelAttribute("form") SheetForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var read = read(jurisdiction, form, errors);
        if (read == null) {
            return refused(response, model);
        }
        if (read.lines().problems().isEmpty()) {
            read.lines().add(grids.take(jurisdiction, actor, read.lines().entries()));
        }
        if (!read.lines().problems().isEmpty()) {
            return returned(read, response, model);
        }
        flash.addFlashAttribute(
                "doneText",
                messages.get("grid.network.import.done", read.lines().entries().size()));
        return "redirect:/grid/network";
    }

    private record Read(RowSheet sheet, GridLines lines) {}

    private @Nullable Read read(Jurisdiction jurisdiction, SheetForm form, BindingResult errors) {
        var read = new ArrayList<Read>();
        Submission.succeeds(errors, () -> {
            var sheet = RowSheet.read(
                    form.workbook(),
                    GridLines.FIELDS.stream()
                            .map(field -> GridLines.label(field, messages))
                            .toList());
            read.add(new Read(sheet, new GridLines(sheet, places.in(jurisdiction), LocalDate.now(clock), messages)));
        });
        return read.isEmpty() ? null : read.get(0);
    }

    private String returned(Read read, HttpServletResponse response, Model model) {
        model.addAttribute(
                "returned",
                ReturnedSheet.of(
                        read.sheet(),
                        title(),
                        read.lines().problems(),
                        heading -> heading.startsWith(GridLines.label("from", messages)),
                        messages));
        return refused(response, model);
    }

    private String refused(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("mostLines", RowSheet.MOST_LINES);
        return "grid/network/import";
    }

    private List<PlaceCount> counts(Jurisdiction jurisdiction, List<Entry> entries) {
        var digits = jurisdiction.level() == PlaceKind.COUNTY ? PlaceKind.TOWNSHIP : PlaceKind.VILLAGE;
        var names = places.in(jurisdiction).stream().collect(Collectors.toMap(Choice::code, Choice::name));
        return entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.village().value().substring(0, digits.digits()),
                        TreeMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(part ->
                        PlaceCount.of(names.getOrDefault(new PlaceCode(part.getKey()), part.getKey()), part.getValue()))
                .toList();
    }

    private List<String> offered(Jurisdiction jurisdiction, String field) {
        return switch (field) {
            case "village" ->
                places.in(jurisdiction).stream()
                        .filter(place -> place.code().kind() == PlaceKind.VILLAGE)
                        .map(Choice::fullName)
                        .toList();
            case "type" ->
                Arrays.stream(GridType.values())
                        .map(type -> messages.get(type.messageKey()))
                        .toList();
            default -> List.of();
        };
    }

    private String heading(String field) {
        var label = GridLines.label(field, messages);
        var note = REQUIRED.contains(field)
                ? messages.get("core.sheet.required")
                : switch (field) {
                    case "grid" -> messages.get("grid.network.import.grid");
                    case "number" -> messages.get("grid.network.import.number");
                    case "centre" -> messages.get("grid.network.import.centre");
                    case "from" -> messages.get("core.sheet.as.DATE");
                    default -> "";
                };
        return note.isEmpty() ? label : messages.get("core.sheet.heading", label, note);
    }

    private String title() {
        return messages.get("grid.network.title");
    }
}
