package io.qiangcun.party.points.web;

import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.points.ObjectionId;
import io.qiangcun.party.points.ObjectionNotFound;
import io.qiangcun.party.points.ObjectionRow;
import io.qiangcun.party.points.Outcome;
import io.qiangcun.party.points.PublicationQueries;
import io.qiangcun.party.points.PublicationService;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
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

/** Objections and their answers. */
@Controller
@RequestMapping("/party/points/objections")
class ObjectionController {

    private static final String MAY_DECIDE = "hasAuthority('" + PartyAuthorities.DECIDE_POINTS + "')";

    private final PublicationService service;
    private final PublicationQueries queries;
    private final Messages messages;

    ObjectionController(PublicationService service, PublicationQueries queries, Messages messages) {
        this.service = service;
        this.queries = queries;
        this.messages = messages;
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("objections", queries.open(jurisdiction));
        return "party/points/objections";
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable ObjectionId id,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        model.addAttribute("form", new AnswerForm("", ""));
        return page(find(jurisdiction, id), jurisdiction, me, model);
    }

    @PostMapping("/{id}/answer")
    @PreAuthorize(MAY_DECIDE)
    String answer(
            @PathVariable ObjectionId id,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var objection = find(jurisdiction, id);
        if (form.outcome().isBlank()) {
            errors.rejectValue("outcome", "party.points.missing.outcome");
        }
        if (form.answer().isBlank()) {
            errors.rejectValue("answer", "party.points.missing.answer");
        }
        if (Submission.succeeds(
                errors,
                () -> service.answer(
                        jurisdiction,
                        me.actor(),
                        id,
                        Typed.sent(Outcome::valueOf, form.outcome()),
                        Typed.text(form.answer())))) {
            flash.addFlashAttribute("done", "party.points.done.answered");
            return "redirect:/party/points/objections/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(objection, jurisdiction, me, model);
    }

    private String page(ObjectionRow objection, Jurisdiction jurisdiction, SignedInAccount me, Model model) {
        var place = new PlaceCode(objection.placeCode());
        var above = !jurisdiction.equals(Jurisdiction.within(place)) || place.kind() == PlaceKind.COUNTY;
        model.addAttribute("objection", objection);
        model.addAttribute("answers", objection.outcome() == null && above && me.may(PartyAuthorities.DECIDE_POINTS));
        model.addAttribute(
                "outcomes",
                Arrays.stream(Outcome.values())
                        .filter(outcome -> outcome == Outcome.KEPT || objection.entryId() != null)
                        .map(outcome -> new Option(outcome.name(), messages.get(outcome.messageKey())))
                        .toList());
        return "party/points/objection";
    }

    private ObjectionRow find(Jurisdiction jurisdiction, ObjectionId id) {
        return queries.objection(jurisdiction, id).orElseThrow(() -> new ObjectionNotFound(id));
    }
}
