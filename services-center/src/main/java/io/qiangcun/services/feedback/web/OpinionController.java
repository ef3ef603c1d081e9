package io.qiangcun.services.feedback.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Typed;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.feedback.FeedbackAct;
import io.qiangcun.services.feedback.FeedbackId;
import io.qiangcun.services.feedback.FeedbackNotFound;
import io.qiangcun.services.feedback.FeedbackQueries;
import io.qiangcun.services.feedback.FeedbackShow;
import io.qiangcun.services.feedback.Feedbacks;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people said about the software and the work, for the county that answers it. */
@Controller
@RequestMapping("/services/opinions")
@PreAuthorize("hasAuthority('" + ServicesAuthorities.READ_FEEDBACK + "')")
class OpinionController {

    private static final String MAY_ANSWER = "hasAuthority('" + ServicesAuthorities.ANSWER_FEEDBACK + "')";

    private final FeedbackQueries queries;
    private final Feedbacks feedbacks;
    private final Messages messages;

    OpinionController(FeedbackQueries queries, Feedbacks feedbacks, Messages messages) {
        this.queries = queries;
        this.feedbacks = feedbacks;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "OPEN") FeedbackShow show,
            Pageable page,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("show", show);
        model.addAttribute("shows", FeedbackShow.values());
        model.addAttribute("counts", queries.counts(jurisdiction));
        model.addAttribute("said", queries.list(jurisdiction, show, page));
        return "services/feedback/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable FeedbackId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("said", queries.view(jurisdiction, id).orElseThrow(() -> new FeedbackNotFound(id)));
        model.addAttribute("lines", queries.lines(jurisdiction, id));
        return "services/feedback/show";
    }

    @PostMapping("/{id}")
    @PreAuthorize(MAY_ANSWER)
    String act(
            @PathVariable FeedbackId id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String publicSaid,
            @RequestParam(defaultValue = "") String publicDone,
            Jurisdiction jurisdiction,
            Actor actor,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        var page = show(id, jurisdiction, model);
        try {
            var kind = Typed.sent(FeedbackAct::valueOf, act);
            if (kind == FeedbackAct.RELEASE) {
                feedbacks.release(jurisdiction, actor, id, Typed.text(publicSaid), Typed.text(publicDone));
            } else {
                feedbacks.act(jurisdiction, actor, id, kind, Typed.text(words));
            }
        } catch (RuleViolated no) {
            model.addAttribute("failed", act);
            model.addAttribute("words", words);
            model.addAttribute("publicSaid", publicSaid);
            model.addAttribute("publicDone", publicDone);
            return refused(no, page, response, model);
        }
        flash.addFlashAttribute("done", "services.feedback.noted");
        return "redirect:/services/opinions/" + id;
    }

    /** The number is in the answer to this request and nowhere else. */
    @PostMapping("/{id}/reveal")
    @PreAuthorize(MAY_ANSWER)
    String reveal(
            @PathVariable FeedbackId id,
            @RequestParam(defaultValue = "") String reason,
            Jurisdiction jurisdiction,
            HttpServletResponse response,
            Model model) {
        var page = show(id, jurisdiction, model);
        try {
            feedbacks
                    .reveal(jurisdiction, id, Typed.text(reason))
                    .ifPresent(phone -> model.addAttribute("phone", phone.value()));
        } catch (RuleViolated no) {
            return refused(no, page, response, model);
        }
        return page;
    }

    private String refused(RuleViolated no, String page, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", messages.get(no.messageKey(), no.arguments()));
        return page;
    }
}
