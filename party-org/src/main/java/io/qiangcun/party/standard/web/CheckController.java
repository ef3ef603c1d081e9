package io.qiangcun.party.standard.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.attachment.AttachmentOwner;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.OrganisationQueries;
import io.qiangcun.party.standard.AnswerRow;
import io.qiangcun.party.standard.CheckId;
import io.qiangcun.party.standard.CheckNotFound;
import io.qiangcun.party.standard.CheckQueries;
import io.qiangcun.party.standard.CheckRow;
import io.qiangcun.party.standard.CheckService;
import io.qiangcun.party.standard.CheckStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

/** One check: what was found, what those above say, and how it was put right. */
@Controller
@RequestMapping("/party/standards/checks/{id}")
class CheckController {

    private static final String MAY_CHECK = "hasAuthority('" + PartyAuthorities.CHECK_STANDARDS + "')";
    private static final String MAY_REVIEW = "hasAuthority('" + PartyAuthorities.REVIEW_STANDARDS + "')";
    private static final String MAY_SET = "hasAuthority('" + PartyAuthorities.SET_STANDARDS + "')";

    private final CheckService checks;
    private final CheckQueries queries;
    private final OrganisationQueries organisations;
    private final AttachmentService attachments;
    private final Messages messages;
    private final Clock clock;

    CheckController(
            CheckService checks,
            CheckQueries queries,
            OrganisationQueries organisations,
            AttachmentService attachments,
            Messages messages,
            Clock clock) {
        this.checks = checks;
        this.queries = queries;
        this.organisations = organisations;
        this.attachments = attachments;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @PathVariable CheckId id,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        return page(find(jurisdiction, id), jurisdiction, me, model);
    }

    @PostMapping("/review")
    @PreAuthorize(MAY_REVIEW)
    String review(
            @PathVariable CheckId id,
            @ModelAttribute("review") ReviewForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var check = find(jurisdiction, id);
        form.complete(queries.answers(jurisdiction, id).stream()
                .map(AnswerRow::itemCode)
                .toList());
        try {
            checks.review(jurisdiction, me.actor(), id, Typed.sent(Long::parseLong, form.version()), form.toVerdicts());
            flash.addFlashAttribute("done", "party.standard.done.reviewed");
            return "redirect:/party/standards/checks/" + id;
        } catch (RuleViolated refused) {
            FormErrors.reject(refused, errors);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(check, jurisdiction, me, model);
    }

    @PostMapping("/confirmation")
    @PreAuthorize(MAY_SET)
    String confirm(
            @PathVariable CheckId id,
            @ModelAttribute("confirm") ConfirmForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var check = find(jurisdiction, id);
        if (!List.of("confirm", "return").contains(form.decision())) {
            errors.rejectValue("decision", "party.standard.missing");
        }
        if (Submission.succeeds(errors, () -> {
            var version = Typed.sent(Long::parseLong, form.version());
            if (form.decision().equals("confirm")) {
                checks.confirm(jurisdiction, me.actor(), id, version);
            } else {
                checks.sendBack(jurisdiction, id, version, Typed.text(form.reason()));
            }
        })) {
            flash.addFlashAttribute(
                    "done",
                    form.decision().equals("confirm")
                            ? "party.standard.done.confirmed"
                            : "party.standard.done.returned");
            return "redirect:/party/standards/checks/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(check, jurisdiction, me, model);
    }

    @PostMapping("/fix")
    @PreAuthorize(MAY_CHECK)
    String fix(
            @PathVariable CheckId id,
            @ModelAttribute("fix") FixForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var check = find(jurisdiction, id);
        if (!own(check, jurisdiction, me.actor())) {
            throw new CheckNotFound(id);
        }
        if (form.item().isBlank()) {
            errors.rejectValue("item", "party.standard.missing");
        }
        var on = Typed.date("on", form.on(), errors);
        if (on == null && !errors.hasErrors()) {
            errors.rejectValue("on", "party.standard.missing");
        }
        if (on != null
                && Submission.succeeds(
                        errors,
                        () -> checks.fix(jurisdiction, me.actor(), id, form.item(), on, Typed.text(form.note())))) {
            flash.addFlashAttribute("done", "party.standard.done.fixed");
            return "redirect:/party/standards/checks/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(check, jurisdiction, me, model);
    }

    private String page(CheckRow check, Jurisdiction jurisdiction, SignedInAccount me, Model model) {
        var id = new CheckId(check.checkId());
        var place = new PlaceCode(check.placeCode());
        var answers = queries.answers(jurisdiction, id);
        var own = own(check, jurisdiction, me.actor());
        var above = !jurisdiction.equals(Jurisdiction.within(place)) || place.kind() == PlaceKind.COUNTY;
        var unfixed = answers.stream()
                .filter(answer -> answer.isFailed() && answer.fixedOn() == null)
                .toList();
        model.addAttribute("check", check);
        model.addAttribute("answers", answers);
        model.addAttribute(
                "attachments",
                attachments.list(jurisdiction, new AttachmentOwner("party.standard-check", check.checkId(), place)));
        model.addAttribute(
                "reviews", above && check.status() == CheckStatus.CHECKED && me.may(PartyAuthorities.REVIEW_STANDARDS));
        model.addAttribute(
                "confirms",
                jurisdiction.level() == PlaceKind.COUNTY
                        && check.status() == CheckStatus.REVIEWED
                        && me.may(PartyAuthorities.SET_STANDARDS));
        model.addAttribute(
                "fixes",
                own
                        && check.status() == CheckStatus.CONFIRMED
                        && !unfixed.isEmpty()
                        && me.may(PartyAuthorities.CHECK_STANDARDS));
        model.addAttribute(
                "unfixed",
                unfixed.stream()
                        .map(answer -> new Option(answer.itemCode(), answer.title()))
                        .toList());
        model.addAttribute(
                "decisions",
                List.of(
                        new Option("confirm", messages.get("party.standard.decision.confirm")),
                        new Option("return", messages.get("party.standard.decision.return"))));
        fill(check, answers, model);
        return "party/standard/show";
    }

    /** The forms that were not sent begin empty. */
    private void fill(CheckRow check, List<AnswerRow> answers, Model model) {
        if (!model.containsAttribute("review")) {
            model.addAttribute(
                    "review",
                    ReviewForm.empty(
                            check.version(),
                            answers.stream().map(AnswerRow::itemCode).toList()));
        }
        if (!model.containsAttribute("confirm")) {
            model.addAttribute("confirm", new ConfirmForm(Long.toString(check.version()), "", ""));
        }
        if (!model.containsAttribute("fix")) {
            model.addAttribute("fix", new FixForm("", LocalDate.now(clock).toString(), ""));
        }
    }

    private boolean own(CheckRow check, Jurisdiction jurisdiction, Actor actor) {
        return organisations.ownBy(jurisdiction, actor, check.organisation()).isPresent();
    }

    private CheckRow find(Jurisdiction jurisdiction, CheckId id) {
        return queries.find(jurisdiction, id).orElseThrow(() -> new CheckNotFound(id));
    }
}
