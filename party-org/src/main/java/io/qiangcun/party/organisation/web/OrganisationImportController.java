package io.qiangcun.party.organisation.web;

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
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.OrganisationKind;
import io.qiangcun.party.organisation.OrganisationQueries;
import io.qiangcun.party.organisation.OrganisationTakeover;
import io.qiangcun.party.organisation.OrganisationTakeover.Entry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

/** Many organisations from a sheet: the empty sheet, what is wrong in the filled one or how many it holds, and the entry. */
@Controller
@RequestMapping("/party/organisations/import")
@PreAuthorize("hasAuthority('" + PartyAuthorities.WRITE_ORGANISATIONS + "')")
class OrganisationImportController {

    private static final Set<String> REQUIRED =
            Set.of("place", "kind", "name", "foundedOn", "fullMemberCount", "memberCount");

    private final OrganisationTakeover organisations;
    private final OrganisationQueries queries;
    private final PlacesOfChoice places;
    private final Messages messages;
    private final Clock clock;

    OrganisationImportController(
            OrganisationTakeover organisations,
            OrganisationQueries queries,
            PlacesOfChoice places,
            Messages messages,
            Clock clock) {
        this.organisations = organisations;
        this.queries = queries;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** How many organisations of each kind a sheet holds for a part of the jurisdiction, and their members. */
    record PlaceCount(String name, List<Long> ofKind, int all, int members) {}

    @GetMapping
    String open(Model model) {
        model.addAttribute("form", SheetForm.empty());
        return page(model);
    }

    @GetMapping("/template")
    void template(Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        var sheet = Spreadsheet.<String>named(messages.get("core.sheet.name", title()), List.of())
                .note(messages.get("core.sheet.note"));
        SheetLines.FIELDS.forEach(field -> sheet.column(heading(field), offered(jurisdiction, field)));
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
        read.lines().add(organisations.check(jurisdiction, read.lines().entries()));
        if (!read.lines().problems().isEmpty()) {
            return returned(read, response, model);
        }
        model.addAttribute("form", sent);
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("counts", counts(jurisdiction, read.lines().entries()));
        model.addAttribute("total", count("", read.lines().entries()));
        return "party/organisation/import-confirm";
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
            read.lines()
                    .add(organisations.take(jurisdiction, actor, read.lines().entries()));
        }
        if (!read.lines().problems().isEmpty()) {
            return returned(read, response, model);
        }
        flash.addFlashAttribute(
                "doneText",
                messages.get(
                        "party.organisation.import.done", read.lines().entries().size()));
        return "redirect:/party/organisations";
    }

    private record Read(RowSheet sheet, SheetLines lines) {}

    private @Nullable Read read(Jurisdiction jurisdiction, SheetForm form, BindingResult errors) {
        var read = new ArrayList<Read>();
        Submission.succeeds(errors, () -> {
            var sheet = RowSheet.read(
                    form.workbook(),
                    SheetLines.FIELDS.stream()
                            .map(field -> SheetLines.label(field, messages))
                            .toList());
            read.add(new Read(
                    sheet,
                    new SheetLines(
                            sheet,
                            form.batch(),
                            places.in(jurisdiction),
                            queries.possibleParents(jurisdiction),
                            LocalDate.now(clock),
                            messages)));
        });
        return read.isEmpty() ? null : read.get(0);
    }

    private String returned(Read read, HttpServletResponse response, Model model) {
        model.addAttribute(
                "returned", ReturnedSheet.of(read.sheet(), title(), read.lines().problems(), this::isDay, messages));
        return refused(response, model);
    }

    private boolean isDay(String heading) {
        return SheetLines.FIELDS.stream()
                .anyMatch(field -> SheetLines.isDay(field) && heading.startsWith(SheetLines.label(field, messages)));
    }

    private String refused(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("mostLines", RowSheet.MOST_LINES);
        return "party/organisation/import";
    }

    private List<PlaceCount> counts(Jurisdiction jurisdiction, List<Entry> entries) {
        var digits = jurisdiction.level() == PlaceKind.COUNTY ? PlaceKind.TOWNSHIP : PlaceKind.VILLAGE;
        var names = places.in(jurisdiction).stream().collect(Collectors.toMap(Choice::code, Choice::name));
        var parts = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> part(entry.organisation().place(), digits), TreeMap::new, Collectors.toList()));
        return parts.entrySet().stream()
                .map(part -> count(names.getOrDefault(new PlaceCode(part.getKey()), part.getKey()), part.getValue()))
                .toList();
    }

    private static String part(PlaceCode place, PlaceKind level) {
        return place.value().substring(0, Math.min(place.value().length(), level.digits()));
    }

    private static PlaceCount count(String name, List<Entry> entries) {
        return new PlaceCount(
                name,
                Arrays.stream(OrganisationKind.values())
                        .map(kind -> entries.stream()
                                .filter(entry -> entry.organisation().kind() == kind)
                                .count())
                        .toList(),
                entries.size(),
                entries.stream()
                        .mapToInt(entry -> entry.organisation().structure().memberCount())
                        .sum());
    }

    private List<String> offered(Jurisdiction jurisdiction, String field) {
        return switch (field) {
            case "place" ->
                places.in(jurisdiction).stream().map(Choice::fullName).toList();
            case "kind" ->
                Arrays.stream(OrganisationKind.values())
                        .map(kind -> messages.get(kind.messageKey()))
                        .toList();
            case "hasCommittee", "hasGroups" ->
                List.of(messages.get("party.organisation.yes"), messages.get("party.organisation.no"));
            default -> List.of();
        };
    }

    private String heading(String field) {
        var label = SheetLines.label(field, messages);
        var note = REQUIRED.contains(field)
                ? messages.get("core.sheet.required")
                : field.equals("parent") ? messages.get("party.organisation.import.parent") : "";
        var days = SheetLines.isDay(field) ? messages.get("core.sheet.as.DATE") : "";
        var notes = List.of(note, days).stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("，"));
        return notes.isEmpty() ? label : messages.get("core.sheet.heading", label, notes);
    }

    private String title() {
        return messages.get("party.organisation.list.title");
    }
}
