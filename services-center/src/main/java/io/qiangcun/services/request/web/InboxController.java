package io.qiangcun.services.request.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.request.InboxShow;
import io.qiangcun.services.request.RequestQueries;
import io.qiangcun.services.request.RequestRow;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.data.domain.PageRequest;
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
    private final Messages messages;

    InboxController(RequestQueries queries, Messages messages) {
        this.queries = queries;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "HERE") InboxShow show,
            @RequestParam(defaultValue = "") String text,
            Pageable page,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model) {
        var words = shortened(text);
        model.addAttribute("show", show);
        model.addAttribute("shows", InboxShow.values());
        model.addAttribute("text", words);
        model.addAttribute("counts", queries.counts(jurisdiction, actor));
        model.addAttribute("requests", queries.inbox(jurisdiction, actor, show, words, page));
        model.addAttribute("most", RequestQueries.MOST_ROWS);
        model.addAttribute("isVillage", jurisdiction.level() == PlaceKind.VILLAGE);
        return "services/request/inbox";
    }

    /** The same rows, without who asked: names and numbers stay in the file of each. */
    @GetMapping("/export")
    void export(
            @RequestParam(defaultValue = "HERE") InboxShow show,
            @RequestParam(defaultValue = "") String text,
            Jurisdiction jurisdiction,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        var found =
                queries.inbox(jurisdiction, actor, show, shortened(text), PageRequest.ofSize(RequestQueries.MOST_ROWS));
        var sheet = Spreadsheet.named(
                messages.get("services.request.inbox.title") + "-" + messages.get(show.messageKey()),
                found.getContent());
        if (found.getTotalElements() == RequestQueries.MOST_ROWS) {
            sheet.note(messages.get("services.request.inbox.first", RequestQueries.MOST_ROWS));
        }
        sheet.column(field("receipt"), RequestRow::receipt)
                .column(field("purpose"), row -> messages.get(row.purpose().messageKey()))
                .column(field("channel"), row -> messages.get(row.channel().messageKey()))
                .column(field("item"), RequestRow::itemName)
                .column(field("matter"), RequestRow::matter)
                .column(field("place"), RequestRow::placeName)
                .column(field("state"), row -> messages.get(row.state().messageKey()))
                .column(field("holder"), RequestRow::holderName)
                .column(field("applied"), RequestRow::appliedAt)
                .column(field("due"), RequestRow::dueAt)
                .column(field("closed"), RequestRow::closedAt)
                .column(
                        field("outcome"),
                        row -> row.outcome() == null
                                ? null
                                : messages.get(row.outcome().messageKey()))
                .writeTo(response);
    }

    private String field(String name) {
        return messages.get("services.request.field." + name);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
