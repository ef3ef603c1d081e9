package io.qiangcun.party.contact.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.SecretField;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.contact.ContactQueries;
import io.qiangcun.party.contact.ContactQueries.HomeRow;
import io.qiangcun.party.contact.ContactQueries.KeeperRow;
import io.qiangcun.party.contact.ContactQueries.VisitFilter;
import io.qiangcun.party.contact.ContactService;
import io.qiangcun.party.contact.KeeperNotFound;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** One who keeps contact: his households, the ending of some, his visits, and the cards to print. */
@Controller
@RequestMapping("/party/contacts/{place}")
@PreAuthorize("hasAuthority('" + PartyAuthorities.READ_CONTACTS + "')")
class KeeperController {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_CONTACTS + "')";
    private static final int LATEST = 5;

    private final ContactService service;
    private final ContactQueries queries;
    private final PeopleService people;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    KeeperController(
            ContactService service,
            ContactQueries queries,
            PeopleService people,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.service = service;
        this.queries = queries;
        this.people = people;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** What a card says. */
    record Card(
            KeeperRow keeper, List<HomeRow> homes, @Nullable String phone) {}

    @GetMapping("/members/{person}")
    String show(@PathVariable PlaceCode place, @PathVariable PersonId person, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", new EndForm(List.of(), LocalDate.now(clock).toString(), ""));
        return page(VillageController.village(places, place, jurisdiction), person, model);
    }

    @PostMapping("/members/{person}/end")
    @PreAuthorize(MAY_WRITE)
    String end(
            @PathVariable PlaceCode place,
            @PathVariable PersonId person,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var village = VillageController.village(places, place, jurisdiction);
        var on = Typed.date("on", form.on(), errors);
        var households = AssignForm.ids(form.households());
        if (Submission.succeeds(
                errors,
                () -> service.end(jurisdiction, actor, place, person, households, on, Typed.text(form.reason())))) {
            flash.addFlashAttribute("doneText", messages.get("party.contact.done.ended", households.size()));
            return "redirect:/party/contacts/" + place;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(village, person, model);
    }

    @PostMapping("/members/{person}/phone")
    @PreAuthorize(MAY_WRITE)
    String phone(
            @PathVariable PlaceCode place,
            @PathVariable PersonId person,
            @RequestParam(defaultValue = "false") boolean wanted,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        service.showPhone(jurisdiction, actor, place, person, wanted);
        flash.addFlashAttribute("done", wanted ? "party.contact.done.phone" : "party.contact.done.no-phone");
        return "redirect:/party/contacts/" + place + "/members/" + person;
    }

    /** Cards of all who keep contact, or of one, without telephone numbers. */
    @GetMapping("/cards")
    String cards(
            @PathVariable PlaceCode place,
            @RequestParam(required = false) @Nullable PersonId member,
            Jurisdiction jurisdiction,
            Model model) {
        return cards(VillageController.village(places, place, jurisdiction), member, List.of(), jurisdiction, model);
    }

    /** The same with the numbers of those who want it; each look at a number is kept in the trail. */
    @PostMapping("/cards")
    @PreAuthorize("hasAuthority('core.people.reveal')")
    String cardsWithPhones(
            @PathVariable PlaceCode place,
            @RequestParam(required = false) @Nullable PersonId member,
            Jurisdiction jurisdiction,
            Model model) {
        var village = VillageController.village(places, place, jurisdiction);
        var agreed = queries.keepers(Jurisdiction.within(place)).stream()
                .filter(KeeperRow::phone)
                .map(KeeperRow::personId)
                .toList();
        return cards(village, member, agreed, jurisdiction, model);
    }

    private String cards(
            PlaceNode village, @Nullable PersonId member, List<UUID> agreed, Jurisdiction jurisdiction, Model model) {
        var here = Jurisdiction.within(village.code());
        var homes = queries.homes(here);
        var cards = queries.keepers(here).stream()
                .filter(keeper -> member == null
                        ? keeper.households() > 0
                        : keeper.personId().equals(member.value()))
                .map(keeper -> new Card(
                        keeper,
                        homesOf(keeper.personId(), homes),
                        agreed.contains(keeper.personId()) ? phone(jurisdiction, keeper) : null))
                .toList();
        if (member != null && cards.isEmpty()) {
            throw new KeeperNotFound(member);
        }
        model.addAttribute("village", village);
        model.addAttribute("cards", cards);
        model.addAttribute("member", member);
        model.addAttribute("withPhones", !agreed.isEmpty());
        model.addAttribute("today", LocalDate.now(clock));
        return "party/contact/cards";
    }

    private @Nullable String phone(Jurisdiction jurisdiction, KeeperRow keeper) {
        return people.reveal(
                        jurisdiction,
                        new PersonId(keeper.personId()),
                        SecretField.PHONE,
                        messages.get("party.contact.cards.reason"))
                .orElse(null);
    }

    private String page(PlaceNode village, PersonId person, Model model) {
        var here = Jurisdiction.within(village.code());
        var own = homesOf(person.value(), queries.homes(here));
        var ended = queries.ended(here, person);
        var keeper = queries.keepers(here).stream()
                .filter(row -> row.personId().equals(person.value()))
                .findFirst()
                .orElse(null);
        if (keeper == null && own.isEmpty()) {
            throw new KeeperNotFound(person);
        }
        model.addAttribute("village", village);
        model.addAttribute("person", person);
        model.addAttribute("keeper", keeper);
        model.addAttribute(
                "name", keeper == null ? Objects.requireNonNullElse(own.get(0).keeper(), "") : keeper.name());
        model.addAttribute("homes", own);
        model.addAttribute("ended", ended);
        model.addAttribute("guide", queries.guide());
        model.addAttribute(
                "visits",
                queries.visits(
                        here,
                        new VisitFilter(village.code(), null, person.value(), null, null),
                        PageRequest.of(0, LATEST)));
        return "party/contact/keeper";
    }

    private static List<HomeRow> homesOf(UUID person, List<HomeRow> homes) {
        return homes.stream().filter(home -> person.equals(home.personId())).toList();
    }
}
