package io.qiangcun.services.request.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.request.InboxShow;
import io.qiangcun.services.request.RequestQueries;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is with a place: to be taken over, to be done today, overdue, and waiting for whoever asked. */
@Controller
@RequestMapping("/services/inbox")
@PreAuthorize("hasAuthority('" + ServicesAuthorities.READ_REQUESTS + "')")
class InboxController {

    private static final int LONGEST = 50;

    private final RequestQueries queries;

    InboxController(RequestQueries queries) {
        this.queries = queries;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "HERE") InboxShow show,
            @RequestParam(defaultValue = "") String text,
            Pageable page,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model) {
        var words = text.substring(0, Math.min(text.length(), LONGEST));
        model.addAttribute("show", show);
        model.addAttribute("shows", InboxShow.values());
        model.addAttribute("text", words);
        model.addAttribute("counts", queries.counts(jurisdiction, actor));
        model.addAttribute("requests", queries.inbox(jurisdiction, actor, show, words, page));
        model.addAttribute("isVillage", jurisdiction.level() == PlaceKind.VILLAGE);
        return "services/request/inbox";
    }
}
