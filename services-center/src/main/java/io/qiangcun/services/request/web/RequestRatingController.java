package io.qiangcun.services.request.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Typed;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.request.RequestId;
import io.qiangcun.services.request.RequestRatingQueries;
import io.qiangcun.services.request.RequestRatings;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** What people say of how they were served, and what is done about the bad ones. */
@Controller
@RequestMapping("/services/ratings")
@PreAuthorize("hasAuthority('" + ServicesAuthorities.READ_RATINGS + "')")
class RequestRatingController {

    private static final String MAY_ANSWER = "hasAuthority('" + ServicesAuthorities.ANSWER_RATINGS + "')";

    private final RequestRatingQueries queries;
    private final RequestRatings ratings;
    private final CurrentAccount account;
    private final Messages messages;

    RequestRatingController(
            RequestRatingQueries queries, RequestRatings ratings, CurrentAccount account, Messages messages) {
        this.queries = queries;
        this.ratings = ratings;
        this.account = account;
        this.messages = messages;
    }

    @GetMapping
    String list(Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("sums", queries.sums(jurisdiction));
        model.addAttribute("said", queries.said(jurisdiction, page));
        model.addAttribute(
                "tickets", account.may(ServicesAuthorities.ANSWER_RATINGS) ? queries.tickets(jurisdiction) : List.of());
        return "services/request/ratings";
    }

    @PostMapping("/{id}")
    @PreAuthorize(MAY_ANSWER)
    String answer(
            @PathVariable RequestId id,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String note,
            Pageable page,
            Jurisdiction jurisdiction,
            Actor actor,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        var words = Typed.text(note);
        try {
            if (step.equals("CONTACTED")) {
                ratings.contacted(jurisdiction, actor, id, words);
            } else {
                ratings.resolved(jurisdiction, actor, id, words);
            }
        } catch (RuleViolated no) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", messages.get(no.messageKey(), no.arguments()));
            model.addAttribute("failed", id.value());
            model.addAttribute("note", note);
            return list(page, jurisdiction, model);
        }
        flash.addFlashAttribute("done", "services.rating.noted");
        return "redirect:/services/ratings";
    }
}
