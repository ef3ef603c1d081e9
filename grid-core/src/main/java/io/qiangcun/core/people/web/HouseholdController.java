package io.qiangcun.core.people.web;

import io.qiangcun.core.people.HouseholdId;
import io.qiangcun.core.people.HouseholdNotFound;
import io.qiangcun.core.people.HouseholdView;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
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

    HouseholdController(PeopleService people, PeopleQueries queries, PlaceTree places) {
        this.people = people;
        this.queries = queries;
        this.places = places;
    }

    @GetMapping
    String show(@PathVariable HouseholdId id, Jurisdiction jurisdiction, Model model) {
        var household = find(jurisdiction, id);
        model.addAttribute("form", new HouseholdForm(Long.toString(household.version()), household.address()));
        return page(household, model);
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
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(household, model);
        }
        people.correctHousehold(jurisdiction, id, Typed.sent(Long::parseLong, form.version()), address);
        flash.addFlashAttribute("done", "core.people.done.household");
        return "redirect:/core/people/households/" + id;
    }

    private String page(HouseholdView household, Model model) {
        model.addAttribute("household", household);
        model.addAttribute("path", places.path(household.place()));
        return "core/people/household";
    }

    private HouseholdView find(Jurisdiction jurisdiction, HouseholdId id) {
        return queries.household(jurisdiction, id).orElseThrow(() -> new HouseholdNotFound(id));
    }
}
