package io.qiangcun.core.people.web;

import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.people.PeopleAuthorities;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PersonNotFound;
import io.qiangcun.core.people.PersonView;
import io.qiangcun.core.people.SecretField;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What becomes of a person, and the look at an encrypted field. */
@Controller
@RequestMapping("/core/people/{id}")
class PersonStepController {

    private static final String STEPS = "/{step:move|leave|die|take-back}";
    private static final String MAY_WRITE = "hasAuthority('" + PeopleAuthorities.WRITE + "')";
    private static final String MAY_REVEAL = "hasAuthority('" + PeopleAuthorities.REVEAL + "')";
    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_TEXT = 200;

    private final PeopleService people;
    private final PeopleQueries queries;
    private final PersonPages pages;
    private final Clock clock;

    PersonStepController(PeopleService people, PeopleQueries queries, PersonPages pages, Clock clock) {
        this.people = people;
        this.queries = queries;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(STEPS)
    @PreAuthorize(MAY_WRITE)
    String open(@PathVariable PersonId id, @PathVariable String step, Jurisdiction jurisdiction, Model model) {
        var person = person(jurisdiction, id);
        model.addAttribute(
                "form",
                new StepForm(
                        Long.toString(person.version()), LocalDate.now(clock).toString(), "", ""));
        return pages.step(person, PersonStep.at(step), jurisdiction, model);
    }

    @PostMapping(STEPS)
    @PreAuthorize(MAY_WRITE)
    String take(
            @PathVariable PersonId id,
            @PathVariable String step,
            @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var person = person(jurisdiction, id);
        var taken = PersonStep.at(step);
        try {
            if (apply(taken, id, form, errors, jurisdiction)) {
                flash.addFlashAttribute("done", "core.people.done." + taken.path());
                return taken == PersonStep.MOVE ? "redirect:/core/people" : "redirect:/core/people/" + id;
            }
        } catch (RuleViolated refused) {
            FormErrors.reject(refused, errors);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.step(person, taken, jurisdiction, model);
    }

    @GetMapping("/reveal/{field}")
    @PreAuthorize(MAY_REVEAL)
    String ask(@PathVariable PersonId id, @PathVariable SecretField field, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", RevealForm.empty(field.name()));
        return revealPage(person(jurisdiction, id), field, model);
    }

    /** The answer to the request itself and no redirect: the value is in no session and no address. */
    @PostMapping("/reveal/{field}")
    @PreAuthorize(MAY_REVEAL)
    String reveal(
            @PathVariable PersonId id,
            @PathVariable SecretField field,
            @ModelAttribute("form") RevealForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response) {
        var person = person(jurisdiction, id);
        var reason = Typed.text(form.reason());
        if (reason.length() < SHORTEST_REASON) {
            errors.rejectValue("reason", "core.people.missing.revealReason");
        }
        notLonger("reason", reason, errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else {
            model.addAttribute(
                    "value", people.reveal(jurisdiction, id, field, reason).orElse("—"));
        }
        return revealPage(person, field, model);
    }

    private boolean apply(
            PersonStep step, PersonId id, StepForm form, BindingResult errors, Jurisdiction jurisdiction) {
        var version = Typed.sent(Long::parseLong, form.version());
        var to = Typed.text(form.to());
        var reason = Typed.text(form.reason());
        var on = step == PersonStep.LEAVE || step == PersonStep.DIE ? Typed.date("on", form.on(), errors) : null;
        if (on == null && (step == PersonStep.LEAVE || step == PersonStep.DIE) && !errors.hasErrors()) {
            errors.rejectValue("on", "core.people.missing.on");
        }
        if (to.isEmpty() && (step == PersonStep.LEAVE || step == PersonStep.MOVE)) {
            errors.rejectValue("to", "core.people.missing.to");
        }
        if (reason.isEmpty() && step == PersonStep.TAKE_BACK) {
            errors.rejectValue("reason", "core.people.missing.reason");
        }
        notLonger("to", to, errors);
        notLonger("reason", reason, errors);
        if (errors.hasErrors()) {
            return false;
        }
        if (step == PersonStep.MOVE) {
            people.move(jurisdiction, id, version, Typed.sent(PlaceCode::valueOf, to));
        } else if (step == PersonStep.TAKE_BACK) {
            people.takeBack(jurisdiction, id, version, reason);
        } else if (on != null && step == PersonStep.LEAVE) {
            people.leave(jurisdiction, id, version, on, to);
        } else if (on != null) {
            people.recordDeath(jurisdiction, id, version, on);
        }
        return true;
    }

    private static void notLonger(String field, String text, BindingResult errors) {
        if (text.length() > LONGEST_TEXT) {
            errors.rejectValue(field, "core.people.too-long", new Object[] {LONGEST_TEXT}, null);
        }
    }

    private static String revealPage(PersonView person, SecretField field, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("field", field);
        return "core/people/reveal";
    }

    private PersonView person(Jurisdiction jurisdiction, PersonId id) {
        return queries.find(jurisdiction, id).orElseThrow(() -> new PersonNotFound(id));
    }
}
