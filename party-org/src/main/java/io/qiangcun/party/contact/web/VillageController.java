package io.qiangcun.party.contact.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceNotFound;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.network.GridQueries;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.contact.ContactQueries;
import io.qiangcun.party.contact.ContactQueries.Fit;
import io.qiangcun.party.contact.ContactQueries.HomeRow;
import io.qiangcun.party.contact.ContactQueries.KeeperRow;
import io.qiangcun.party.contact.ContactQueries.VisitFilter;
import io.qiangcun.party.contact.ContactService;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.domain.PageRequest;
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

/** One village: who keeps contact with whom, what is missing, and the assigning of households. */
@Controller
@RequestMapping("/party/contacts/{place}")
@PreAuthorize("hasAuthority('" + PartyAuthorities.READ_CONTACTS + "')")
class VillageController {

    private static final int LATEST = 5;

    /** More households than this are listed when somebody asks for them. */
    private static final int AT_ONCE = 40;

    private final ContactService service;
    private final ContactQueries queries;
    private final GridQueries grids;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    VillageController(
            ContactService service,
            ContactQueries queries,
            GridQueries grids,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.service = service;
        this.queries = queries;
        this.grids = grids;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** A village within the jurisdiction, or nothing. */
    static PlaceNode village(PlaceTree places, PlaceCode place, Jurisdiction jurisdiction) {
        var node = places.require(place, jurisdiction);
        if (node.code().kind() != PlaceKind.VILLAGE) {
            throw new PlaceNotFound(place);
        }
        return node;
    }

    @GetMapping
    String show(
            @PathVariable PlaceCode place,
            @RequestParam(defaultValue = "false") boolean all,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("all", all);
        model.addAttribute("form", new AssignForm("", List.of(), today().toString()));
        return page(village(places, place, jurisdiction), jurisdiction, model);
    }

    @PostMapping("/assign")
    @PreAuthorize("hasAuthority('" + PartyAuthorities.WRITE_CONTACTS + "')")
    String assign(
            @PathVariable PlaceCode place,
            @ModelAttribute("form") AssignForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var village = village(places, place, jurisdiction);
        var since = Typed.date("since", form.since(), errors);
        var member = form.member().isEmpty() ? null : Typed.sent(PersonId::valueOf, form.member());
        var households = AssignForm.ids(form.households());
        if (Submission.succeeds(errors, () -> service.assign(jurisdiction, actor, place, member, households, since))) {
            flash.addFlashAttribute("doneText", messages.get("party.contact.done.assigned", households.size()));
            return "redirect:/party/contacts/" + place;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(village, jurisdiction, model);
    }

    /** The households as a sheet, in the columns in which they come in. */
    @GetMapping("/export")
    void export(@PathVariable PlaceCode place, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var village = village(places, place, jurisdiction);
        Spreadsheet.<HomeRow>named(
                        messages.get("party.contact.homes.export", village.name()),
                        queries.homes(Jurisdiction.within(place)))
                .column(messages.get("place.village"), row -> village.name())
                .column(field("number"), HomeRow::number)
                .column(field("address"), HomeRow::address)
                .column(field("grid"), HomeRow::gridName)
                .column(field("keeper"), HomeRow::keeper)
                .column(field("since"), HomeRow::since)
                .writeTo(response);
    }

    private String page(PlaceNode village, Jurisdiction jurisdiction, Model model) {
        var here = Jurisdiction.within(village.code());
        var keepers = queries.keepers(here);
        var homes = queries.homes(here);
        var guide = queries.guide();
        var units = grids.units(here);
        model.addAttribute("village", village);
        model.addAttribute("inCounty", jurisdiction.level() != PlaceKind.VILLAGE);
        model.addAttribute("keepers", keepers);
        model.addAttribute("homes", homes);
        model.addAttribute("listed", homes.size() <= AT_ONCE || Boolean.TRUE.equals(model.getAttribute("all")));
        model.addAttribute(
                "free", homes.stream().filter(home -> !home.isCovered()).toList());
        model.addAttribute("covered", homes.stream().filter(HomeRow::isCovered).count());
        model.addAttribute("guide", guide);
        model.addAttribute(
                "tooFew",
                homes.size()
                        < (long) guide.least()
                                * keepers.stream()
                                        .filter(keeper -> !keeper.floating())
                                        .count());
        model.addAttribute(
                "within",
                keepers.stream()
                        .filter(keeper -> guide.fit(keeper.households()) == Fit.WITHIN)
                        .count());
        model.addAttribute("gaps", Gap.of(village.code().value(), keepers, homes, units, guide));
        model.addAttribute("members", keepers.stream().map(this::option).toList());
        model.addAttribute(
                "visits",
                queries.visits(
                        here, new VisitFilter(village.code(), null, null, null, null), PageRequest.of(0, LATEST)));
        return "party/contact/village";
    }

    private Option option(KeeperRow keeper) {
        return new Option(
                keeper.personId().toString(),
                messages.get("party.contact.member-option", keeper.name(), keeper.households()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String field(String field) {
        return messages.get("party.contact.field." + field);
    }
}
