package io.qiangcun.party.screening.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.party.screening.ScreeningQueries;
import io.qiangcun.party.screening.Suggestion;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the records suggest to those who screen. */
@Controller
@RequestMapping("/party/screening")
class ScreeningController {

    private final ScreeningQueries queries;
    private final Messages messages;

    ScreeningController(ScreeningQueries queries, Messages messages) {
        this.queries = queries;
        this.messages = messages;
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("rows", queries.suggestions(jurisdiction));
        return "party/screening/list";
    }

    @GetMapping("/export")
    void export(Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        Spreadsheet.<Suggestion>named(messages.get("party.screening.title"), queries.suggestions(jurisdiction))
                .column(messages.get("place.township"), Suggestion::townshipName)
                .column(messages.get("place.village"), Suggestion::placeName)
                .column(
                        messages.get("party.screening.field.code"),
                        row -> row.code() + " " + messages.get(row.codeKey()))
                .column(
                        messages.get("party.screening.field.fact"),
                        row -> messages.get(row.factKey(), row.fact(), row.number()))
                .column(messages.get("party.screening.field.basis"), Suggestion::basis)
                .writeTo(response);
    }
}
