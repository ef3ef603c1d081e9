package io.qiangcun.core.people.web;

import io.qiangcun.core.people.HouseholdId;
import io.qiangcun.core.people.HouseholdNotFound;
import io.qiangcun.core.people.HouseholdView;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A household with those who belong to it. */
@Controller
@RequestMapping("/core/people/households/{id}")
class HouseholdController {

    private static final int LONGEST_ADDRESS = 100;

    private final PeopleService people;
    private final PeopleQueries queries;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    HouseholdController(PeopleService people, PeopleQueries queries, PlaceTree places, Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
        this.people = people;
        this.queries = queries;
        this.places = places;
    }

    @GetMapping
    String show(@PathVariable HouseholdId id, Jurisdiction jurisdiction, Model model) {
        var household = find(jurisdiction, id);
        model.addAttribute("form", HouseholdForm.of(household));
        return page(household, jurisdiction, model);
    }

    @PostMapping
    String correct(
            @PathVariable HouseholdId id,
            @ModelAttribute("form") HouseholdForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var household = find(jurisdiction, id);
        var address = Typed.text(form.address());
        if (address.length() > LONGEST_ADDRESS) {
            errors.rejectValue("address", "core.people.too-long", new Object[] {LONGEST_ADDRESS}, null);
        }
        var grid = form.grid().isEmpty() ? null : Typed.sent(PlaceCode::valueOf, form.grid());
        var version = Typed.sent(Long::parseLong, form.version());
        if (!Submission.succeeds(errors, () -> people.correctHousehold(jurisdiction, id, version, address, grid))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(household, jurisdiction, model);
        }
        flash.addFlashAttribute("done", "core.people.done.household");
        return "redirect:/core/people/households/" + id;
    }

    private String page(HouseholdView household, Jurisdiction jurisdiction, Model model) {
        var today = LocalDate.now(clock);
        var here = jurisdiction.narrowedTo(household.place());
        model.addAttribute(
                "grids",
                Stream.concat(
                                Stream.of(new Option("", messages.get("core.people.grid-unknown"))),
                                Stream.of(PlaceKind.GRID, PlaceKind.MICRO_GRID)
                                        .flatMap(level -> places.all(here, level, today).stream())
                                        .sorted(Comparator.comparing(
                                                place -> place.code().value()))
                                        .map(place -> new Option(place.code().value(), place.name())))
                        .toList());
        model.addAttribute("household", household);
        model.addAttribute("path", places.path(household.place()));
        return "core/people/household";
    }

    private HouseholdView find(Jurisdiction jurisdiction, HouseholdId id) {
        return queries.household(jurisdiction, id).orElseThrow(() -> new HouseholdNotFound(id));
    }
}
