package io.qiangcun.services.volunteer.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.register.Lookups;
import io.qiangcun.core.register.RegisterAuthorities;
import io.qiangcun.core.register.RegisterColumn.Kind;
import io.qiangcun.core.register.RowId;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.services.volunteer.Turns;
import io.qiangcun.services.volunteer.Volunteers;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One turn: who takes it, and what became of it. */
@Controller
@RequestMapping("/services/volunteers/turns/{shift}")
@PreAuthorize("hasAuthority('" + RegisterAuthorities.READ + "')")
class TurnController {

    private static final String MAY_WRITE = "hasAuthority('" + RegisterAuthorities.WRITE + "')";

    private final Turns turns;
    private final Volunteers volunteers;
    private final Lookups lookups;
    private final TurnPages pages;
    private final Messages messages;
    private final Clock clock;

    TurnController(
            Turns turns, Volunteers volunteers, Lookups lookups, TurnPages pages, Messages messages, Clock clock) {
        this.turns = turns;
        this.volunteers = volunteers;
        this.lookups = lookups;
        this.pages = pages;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Somebody takes a turn.
     *
     * @param id made when the form was rendered
     * @param name as it is typed
     * @param person who is meant, where the name has several
     */
    record TakeForm(String id, String name, String person) {

        TakeForm {
            id = Objects.requireNonNullElse(id, "");
            name = Objects.requireNonNullElse(name, "");
            person = Objects.requireNonNullElse(person, "");
        }

        static TakeForm empty() {
            return new TakeForm(RowId.next().toString(), "", "");
        }
    }

    /** What becomes of a turn that somebody took: he was there so long, or gives it back because of something. */
    record ToldForm(String hours, String reason) {

        ToldForm {
            hours = Objects.requireNonNullElse(hours, "");
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    @GetMapping
    String turn(
            @PathVariable RowId shift,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("form", TakeForm.empty());
        return page(shift, day, jurisdiction, model);
    }

    private String page(RowId shift, LocalDate day, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("turn", turns.turn(jurisdiction, shift, day));
        model.addAttribute("monday", TurnPages.monday(day));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("slots", pages.slots(jurisdiction));
        return "services/volunteer/turn";
    }

    @PostMapping
    @PreAuthorize(MAY_WRITE)
    String take(
            @PathVariable RowId shift,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @ModelAttribute("form") TakeForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var person = meant(jurisdiction, form, errors, model);
        var id = Typed.sent(RowId::valueOf, form.id());
        if (Submission.succeeds(
                errors,
                () -> volunteers.take(
                        jurisdiction, actor, id, shift, day, Typed.sent(PersonId::valueOf, String.valueOf(person))))) {
            flash.addFlashAttribute("done", "services.volunteer.done.taken");
            return redirect(shift, day);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", true);
        return page(shift, day, jurisdiction, model);
    }

    /** Whom the name means; where it is nobody or several, that is said at the field. */
    private @Nullable String meant(Jurisdiction jurisdiction, TakeForm form, BindingResult errors, Model model) {
        if (form.name().isBlank()) {
            errors.rejectValue("person", "services.volunteer.refused.nobody");
            return null;
        }
        var found = lookups.named(jurisdiction, Kind.PERSON, form.name());
        var chosen =
                found.stream().filter(one -> one.id().equals(form.person())).findFirst();
        if (chosen.isPresent()) {
            return chosen.get().id();
        }
        if (found.size() == 1 && found.get(0).name().equals(form.name().strip())) {
            return found.get(0).id();
        }
        model.addAttribute("candidates", found);
        errors.rejectValue(
                "person",
                found.isEmpty() ? "services.volunteer.refused.unknown" : "services.volunteer.refused.several",
                new Object[] {found.size()},
                null);
        return null;
    }

    @PostMapping("/came")
    @PreAuthorize(MAY_WRITE)
    String came(
            @PathVariable RowId shift,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @RequestParam RowId taken,
            @ModelAttribute("told") ToldForm told,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var hours = Typed.hours("hours", told.hours(), errors);
        if (hours == null && !errors.hasFieldErrors("hours")) {
            errors.rejectValue("hours", "services.volunteer.refused.no-hours");
        }
        if (Submission.succeeds(
                errors,
                () -> volunteers.came(
                        jurisdiction,
                        actor,
                        taken,
                        Objects.requireNonNull(hours),
                        messages.get("services.volunteer.noted-reason")))) {
            flash.addFlashAttribute("done", "services.volunteer.done.came");
            return redirect(shift, day);
        }
        return refused(shift, day, taken, errors, jurisdiction, model, response);
    }

    @PostMapping("/off")
    @PreAuthorize(MAY_WRITE)
    String off(
            @PathVariable RowId shift,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @RequestParam RowId taken,
            @ModelAttribute("told") ToldForm told,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (Submission.succeeds(errors, () -> volunteers.off(jurisdiction, actor, taken, Typed.text(told.reason())))) {
            flash.addFlashAttribute("done", "services.volunteer.done.off");
            return redirect(shift, day);
        }
        return refused(shift, day, taken, errors, jurisdiction, model, response);
    }

    private String refused(
            RowId shift,
            LocalDate day,
            RowId taken,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("form", TakeForm.empty());
        model.addAttribute("about", taken);
        errors.getGlobalErrors().forEach(error -> model.addAttribute("refusal", said(error)));
        return page(shift, day, jurisdiction, model);
    }

    private String said(ObjectError error) {
        var arguments = Objects.requireNonNullElse(error.getArguments(), new Object[0]);
        return messages.get(Objects.requireNonNull(error.getCode()), arguments);
    }

    private static String redirect(RowId shift, LocalDate day) {
        return "redirect:/services/volunteers/turns/" + shift + "?day=" + day;
    }
}
