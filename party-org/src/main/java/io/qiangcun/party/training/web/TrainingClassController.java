package io.qiangcun.party.training.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.training.ClassId;
import io.qiangcun.party.training.TrainingQueries;
import io.qiangcun.party.training.TrainingQueries.Audience;
import io.qiangcun.party.training.TrainingService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** One class: recorded, put right, and who took part. */
@Controller
@RequestMapping("/party/training")
class TrainingClassController {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_TRAINING + "')";

    private final TrainingService service;
    private final TrainingQueries queries;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    TrainingClassController(
            TrainingService service, TrainingQueries queries, PlaceTree places, Messages messages, Clock clock) {
        this.service = service;
        this.queries = queries;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String open(Model model) {
        model.addAttribute("form", ClassForm.empty(LocalDate.now(clock)));
        return form(model);
    }

    @PostMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String hold(
            @ModelAttribute("form") ClassForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var command = form.toCommand(jurisdiction.root(), errors);
        if (command.isPresent()
                && Submission.succeeds(errors, () -> service.hold(jurisdiction, actor, command.get()))) {
            flash.addFlashAttribute("done", "party.training.done.held");
            return "redirect:" + command.get().id().href() + "/participants";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable ClassId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("held", queries.find(jurisdiction, id));
        model.addAttribute("people", queries.participants(jurisdiction, id));
        return "party/training/show";
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize(MAY_WRITE)
    String edit(@PathVariable ClassId id, Jurisdiction jurisdiction, Model model) {
        var held = queries.find(jurisdiction, id);
        model.addAttribute("held", held);
        model.addAttribute("form", ClassForm.of(held));
        return form(model);
    }

    @PostMapping("/{id}/edit")
    @PreAuthorize(MAY_WRITE)
    String correct(
            @PathVariable ClassId id,
            @ModelAttribute("form") ClassForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var held = queries.find(jurisdiction, id);
        var version = Typed.sent(Long::parseLong, form.version());
        var command = form.toCommand(new PlaceCode(held.placeCode()), errors);
        if (command.isPresent()
                && Submission.succeeds(errors, () -> service.correct(jurisdiction, command.get(), version))) {
            flash.addFlashAttribute("done", "party.training.done.corrected");
            return "redirect:" + id.href();
        }
        model.addAttribute("held", held);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(model);
    }

    /** Whom to tick: those of a sort, of a place. */
    @GetMapping("/{id}/participants")
    @PreAuthorize(MAY_WRITE)
    String choose(
            @PathVariable ClassId id,
            @RequestParam(required = false) @Nullable Audience audience,
            @RequestParam(required = false) @Nullable PlaceCode place,
            @RequestParam(required = false) @Nullable String text,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("form", new ParticipantsForm(List.of()));
        return candidates(id, audience, place, text, jurisdiction, model);
    }

    @PostMapping("/{id}/participants")
    @PreAuthorize(MAY_WRITE)
    String join(
            @PathVariable ClassId id,
            @ModelAttribute("form") ParticipantsForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var persons = (form.persons() == null ? List.<String>of() : form.persons())
                .stream().map(person -> Typed.sent(PersonId::valueOf, person)).toList();
        if (Submission.succeeds(errors, () -> service.join(jurisdiction, actor, id, persons))) {
            flash.addFlashAttribute("done", "party.training.done.joined");
            return "redirect:" + id.href();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return candidates(id, null, null, null, jurisdiction, model);
    }

    @PostMapping("/{id}/withdraw")
    @PreAuthorize(MAY_WRITE)
    String withdraw(
            @PathVariable ClassId id,
            @RequestParam PersonId person,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        service.withdraw(jurisdiction, actor, id, person);
        flash.addFlashAttribute("done", "party.training.done.withdrawn");
        return "redirect:" + id.href();
    }

    private String candidates(
            ClassId id,
            @Nullable Audience audience,
            @Nullable PlaceCode place,
            @Nullable String text,
            Jurisdiction jurisdiction,
            Model model) {
        var village = jurisdiction.level().digits() >= PlaceKind.VILLAGE.digits();
        var asked = audience == null ? (village ? Audience.MEMBERS : Audience.HEADS) : audience;
        model.addAttribute("held", queries.find(jurisdiction, id));
        model.addAttribute(
                "candidates",
                queries.candidates(jurisdiction, id, asked, place, text == null || text.isBlank() ? null : text));
        model.addAttribute("audience", asked);
        model.addAttribute("place", place);
        model.addAttribute("text", text);
        model.addAttribute(
                "audiences",
                Arrays.stream(Audience.values())
                        .map(one -> new Option(one.name(), messages.get("party.training.audience." + one)))
                        .toList());
        model.addAttribute(
                "places",
                village ? List.of() : places.children(jurisdiction, jurisdiction.root(), LocalDate.now(clock)));
        return "party/training/participants";
    }

    private String form(Model model) {
        model.addAttribute("kinds", TrainingController.kinds(messages));
        return "party/training/form";
    }
}
