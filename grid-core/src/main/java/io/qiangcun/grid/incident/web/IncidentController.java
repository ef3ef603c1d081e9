package io.qiangcun.grid.incident.web;

import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.incident.ConcernId;
import io.qiangcun.grid.incident.ConcernRow;
import io.qiangcun.grid.incident.EndIncident;
import io.qiangcun.grid.incident.Figure;
import io.qiangcun.grid.incident.IncidentAuthorities;
import io.qiangcun.grid.incident.IncidentNotFound;
import io.qiangcun.grid.incident.IncidentQueries;
import io.qiangcun.grid.incident.IncidentService;
import io.qiangcun.grid.incident.Standing;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Incidents: what is on, its war room, and how it begins and ends. */
@Controller
@RequestMapping("/grid/incidents")
class IncidentController {

    private static final String MAY_COMMAND = "hasAuthority('" + IncidentAuthorities.COMMAND + "')";

    private final IncidentService service;
    private final IncidentQueries incidents;
    private final IncidentBoard board;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    IncidentController(
            IncidentService service,
            IncidentQueries incidents,
            IncidentBoard board,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.service = service;
        this.incidents = incidents;
        this.board = board;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(Pageable page, Jurisdiction jurisdiction, @AuthenticationPrincipal SignedInAccount me, Model model) {
        model.addAttribute("incidents", incidents.list(jurisdiction, page));
        model.addAttribute("command", me.may(IncidentAuthorities.COMMAND));
        model.addAttribute("mayReport", me.may(IncidentAuthorities.REPORT));
        model.addAttribute("calls", incidents.own(jurisdiction, me.actor()));
        return "grid/incident/list";
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_COMMAND)
    String open(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", IncidentForm.empty());
        return beginPage(jurisdiction, model);
    }

    @PostMapping
    @PreAuthorize(MAY_COMMAND)
    String begin(
            @Valid @ModelAttribute("form") IncidentForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var command = form.toCommand(errors);
        if (command.isPresent()
                && Submission.succeeds(errors, () -> service.begin(jurisdiction, me.actor(), command.get()))) {
            flash.addFlashAttribute("done", "grid.incident.done.begun");
            return "redirect:/grid/incidents/" + command.get().id();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return beginPage(jurisdiction, model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable ConcernId id, Jurisdiction jurisdiction, Model model) {
        return board.show(board.find(jurisdiction, id), jurisdiction, model);
    }

    @GetMapping("/{id}/export")
    void export(@PathVariable ConcernId id, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var concern = board.find(jurisdiction, id);
        var sheet = Spreadsheet.<Standing>named(concern.title(), incidents.standings(jurisdiction, concern))
                .note(concern.kindName() + " " + concern.headName())
                .column(messages.get("place.township"), Standing::townshipName)
                .column(messages.get("grid.incident.field.place"), Standing::placeName)
                .column(messages.get("grid.incident.field.said-at"), Standing::saidAt)
                .column(messages.get("grid.incident.field.messages"), Standing::versions);
        for (var figure : Figure.values()) {
            sheet.column(
                    messages.get(figure.titleKey()), place -> place.figures().get(figure));
        }
        sheet.column(messages.get("grid.incident.field.needs"), Standing::needs).writeTo(response);
    }

    @GetMapping("/{id}/places")
    @PreAuthorize(MAY_COMMAND)
    String openPlaces(@PathVariable ConcernId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", new PlacesForm(List.of()));
        return placesPage(commanded(jurisdiction, id), jurisdiction, model);
    }

    @PostMapping("/{id}/places")
    @PreAuthorize(MAY_COMMAND)
    String widen(
            @PathVariable ConcernId id,
            @ModelAttribute("form") PlacesForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var concern = commanded(jurisdiction, id);
        if (Submission.succeeds(errors, () -> service.widen(jurisdiction, id, IncidentForm.chosen(form.places())))) {
            flash.addFlashAttribute("done", "grid.incident.done.widened");
            return "redirect:/grid/incidents/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return placesPage(concern, jurisdiction, model);
    }

    @GetMapping("/{id}/end")
    @PreAuthorize(MAY_COMMAND)
    String openEnd(@PathVariable ConcernId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("concern", commanded(jurisdiction, id));
        model.addAttribute("form", new EndForm("", ""));
        return "grid/incident/end";
    }

    @PostMapping("/{id}/end")
    @PreAuthorize(MAY_COMMAND)
    String end(
            @PathVariable ConcernId id,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        model.addAttribute("concern", commanded(jurisdiction, id));
        IncidentForm.required("happened", form.happened(), errors);
        IncidentForm.required("better", form.better(), errors);
        if (Submission.succeeds(
                errors,
                () -> service.end(
                        jurisdiction,
                        me.actor(),
                        new EndIncident(id, Typed.text(form.happened()), Typed.text(form.better()))))) {
            flash.addFlashAttribute("done", "grid.incident.done.ended");
            return "redirect:/grid/incidents/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "grid/incident/end";
    }

    /** Only the place that switched it on changes it; for those below there is no such page. */
    private ConcernRow commanded(Jurisdiction jurisdiction, ConcernId id) {
        var concern = board.find(jurisdiction, id);
        if (!concern.isHead()) {
            throw new IncidentNotFound(id);
        }
        return concern;
    }

    private String beginPage(Jurisdiction jurisdiction, Model model) {
        model.addAttribute(
                "kindOptions",
                incidents.kinds().stream()
                        .map(kind -> new Option(kind.code(), kind.name()))
                        .toList());
        model.addAttribute("placeOptions", below(jurisdiction, jurisdiction.root()));
        return "grid/incident/begin";
    }

    private String placesPage(ConcernRow concern, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("concern", concern);
        model.addAttribute("placeOptions", below(jurisdiction, concern.place()));
        return "grid/incident/places";
    }

    private List<Option> below(Jurisdiction jurisdiction, PlaceCode place) {
        return place.kind() == PlaceKind.MICRO_GRID
                ? List.of()
                : places.children(jurisdiction, place, LocalDate.now(clock)).stream()
                        .map(child -> new Option(child.code().value(), child.name()))
                        .toList();
    }
}
