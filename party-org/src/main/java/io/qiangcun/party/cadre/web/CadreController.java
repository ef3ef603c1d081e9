package io.qiangcun.party.cadre.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.party.cadre.CadreQueries;
import io.qiangcun.party.cadre.CadreRow;
import io.qiangcun.party.cadre.CadreTrack;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rewards, suspensions and exits by year, with the cases behind every number. */
@Controller
@RequestMapping("/party/cadres")
class CadreController {

    private final CadreQueries cadres;
    private final Messages messages;

    CadreController(CadreQueries cadres, Messages messages) {
        this.cadres = cadres;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable CadreTrack track,
            @RequestParam(required = false) @Nullable Integer year,
            Pageable page,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("years", cadres.years(jurisdiction));
        model.addAttribute("rows", cadres.list(jurisdiction, track, year, page));
        model.addAttribute("tracks", CadreTrack.values());
        model.addAttribute("track", track);
        model.addAttribute("year", year);
        return "party/cadre/list";
    }

    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable CadreTrack track,
            @RequestParam(required = false) @Nullable Integer year,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var rows = cadres.list(jurisdiction, track, year, Pageable.unpaged());
        Spreadsheet.<CadreRow>named(messages.get("party.cadre.list.title"), rows)
                .column(
                        messages.get("party.cadre.field.track"),
                        row -> messages.get(row.track().messageKey()))
                .column(messages.get("party.cadre.field.name"), CadreRow::subjectName)
                .column(messages.get("place.township"), CadreRow::townshipName)
                .column(messages.get("place.village"), CadreRow::placeName)
                .column(messages.get("party.cadre.field.condition"), CadreRow::condition)
                .column(messages.get("party.cadre.field.decidedOn"), CadreRow::decidedOn)
                .column(
                        messages.get("party.cadre.field.state"),
                        row -> messages.get("core.procedure.case-state." + row.state()))
                .column(messages.get("party.cadre.field.result"), CadreRow::result)
                .writeTo(response);
    }
}
