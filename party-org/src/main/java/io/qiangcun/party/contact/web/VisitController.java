package io.qiangcun.party.contact.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.contact.ContactQueries;
import io.qiangcun.party.contact.ContactQueries.VisitFilter;
import io.qiangcun.party.contact.ContactQueries.VisitRow;
import io.qiangcun.party.contact.ContactService;
import io.qiangcun.party.contact.VisitId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The log of visits: written once; what somebody asked for goes on from there. */
@Controller
@RequestMapping("/party/contacts")
@PreAuthorize("hasAuthority('" + PartyAuthorities.READ_CONTACTS + "')")
class VisitController {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_CONTACTS + "')";

    private final ContactService service;
    private final ContactQueries queries;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    VisitController(ContactService service, ContactQueries queries, PlaceTree places, Messages messages, Clock clock) {
        this.service = service;
        this.queries = queries;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is asked of the list: a month, or else all of them. */
    record Asked(
            @Nullable PlaceCode place,
            @Nullable String subject,
            @Nullable UUID visitor,
            @Nullable YearMonth month) {

        VisitFilter toFilter() {
            return new VisitFilter(
                    place,
                    subject == null || subject.isBlank() ? null : subject,
                    visitor,
                    month == null ? null : month.atDay(1),
                    month == null ? null : month.plusMonths(1).atDay(1));
        }
    }

    @GetMapping("/visits")
    String list(@ModelAttribute("filter") Asked asked, Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("visits", queries.visits(jurisdiction, asked.toFilter(), page));
        model.addAttribute("sum", queries.sum(jurisdiction, asked.toFilter()));
        model.addAttribute("subjects", queries.subjects());
        model.addAttribute("root", jurisdiction.root());
        model.addAttribute("isVillage", jurisdiction.level() == PlaceKind.VILLAGE);
        model.addAttribute(
                "places",
                jurisdiction.level().digits() < PlaceKind.VILLAGE.digits()
                        ? places.children(jurisdiction, jurisdiction.root(), LocalDate.now(clock))
                        : List.of());
        return "party/contact/visits";
    }

    @GetMapping("/visits/export")
    void export(@ModelAttribute("filter") Asked asked, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var rows = queries.visits(jurisdiction, asked.toFilter(), Pageable.unpaged());
        Spreadsheet.<VisitRow>named(messages.get("party.contact.visits.title"), rows)
                .column(field("on"), VisitRow::visitedOn)
                .column(messages.get("place.village"), VisitRow::placeName)
                .column(field("visitor"), VisitRow::visitor)
                .column(field("subject"), VisitRow::subject)
                .column(field("count"), VisitRow::households)
                .column(field("note"), VisitRow::note)
                .column(field("asked"), VisitRow::asked)
                .column(field("withdrawn"), VisitRow::withdrawnReason)
                .writeTo(response);
    }

    @GetMapping("/visits/{id}")
    String show(@PathVariable VisitId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("visit", queries.visit(jurisdiction, id));
        model.addAttribute("named", queries.visited(jurisdiction, id));
        return "party/contact/visit";
    }

    @PostMapping("/visits/{id}/withdraw")
    @PreAuthorize(MAY_WRITE)
    String withdraw(
            @PathVariable VisitId id,
            @RequestParam(defaultValue = "") String reason,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        service.withdraw(
                jurisdiction,
                actor,
                id,
                reason.isBlank() ? messages.get("party.contact.visit.mistake") : Typed.text(reason));
        flash.addFlashAttribute("done", "party.contact.done.withdrawn");
        return "redirect:" + id.href();
    }

    @GetMapping("/{place}/visits/new")
    @PreAuthorize(MAY_WRITE)
    String open(
            @PathVariable PlaceCode place,
            @RequestParam(required = false) @Nullable PersonId visitor,
            Jurisdiction jurisdiction,
            Model model) {
        var village = VillageController.village(places, place, jurisdiction);
        model.addAttribute("form", VisitForm.empty(LocalDate.now(clock), visitor));
        return form(village, jurisdiction, model);
    }

    @PostMapping("/{place}/visits/new")
    @PreAuthorize(MAY_WRITE)
    String visit(
            @PathVariable PlaceCode place,
            @Valid @ModelAttribute("form") VisitForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var village = VillageController.village(places, place, jurisdiction);
        var command = form.toCommand(place, errors);
        if (command.isPresent()
                && Submission.succeeds(errors, () -> service.visit(jurisdiction, actor, command.get()))) {
            flash.addFlashAttribute("done", "party.contact.done.visited");
            return "redirect:" + command.get().id().href();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(village, jurisdiction, model);
    }

    private String form(PlaceNode village, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("village", village);
        model.addAttribute(
                "subjects",
                queries.subjects().stream()
                        .map(subject -> new Option(subject.code(), subject.label()))
                        .toList());
        model.addAttribute(
                "visitors",
                queries.visitors(jurisdiction, village.code()).stream()
                        .map(visitor -> new Option(
                                visitor.personId().toString(),
                                messages.get("party.contact.visitor-option", visitor.name(), visitor.placeName())))
                        .toList());
        model.addAttribute("homes", queries.homes(Jurisdiction.within(village.code())));
        return "party/contact/visit-form";
    }

    private String field(String field) {
        return messages.get("party.contact.field." + field);
    }
}
