package io.qiangcun.grid.network.web;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.place.PlacesOfChoice.Choice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.grid.GridAuthorities;
import io.qiangcun.grid.network.StaffRow;
import io.qiangcun.grid.network.Vetting;
import io.qiangcun.grid.network.WorkerPost;
import io.qiangcun.grid.network.WorkerQueries;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Everybody who works in grids, in a list and in the sheet from which they can be entered again. */
@Controller
@RequestMapping("/grid/workers")
@PreAuthorize("hasAuthority('" + GridAuthorities.READ_GRIDS + "')")
class StaffController {

    private final WorkerQueries queries;
    private final PlaceTree tree;
    private final PlacesOfChoice places;
    private final Messages messages;

    StaffController(WorkerQueries queries, PlaceTree tree, PlacesOfChoice places, Messages messages) {
        this.queries = queries;
        this.tree = tree;
        this.places = places;
        this.messages = messages;
    }

    @GetMapping
    String list(StaffListFilter filter, Pageable page, Jurisdiction jurisdiction, Model model) {
        var within = filter.within();
        if (within != null) {
            model.addAttribute("place", tree.require(within, jurisdiction));
        }
        model.addAttribute("inCounty", jurisdiction.level().compareTo(PlaceKind.VILLAGE) < 0);
        model.addAttribute("filter", filter);
        model.addAttribute("posts", WorkerPost.values());
        model.addAttribute("vettings", List.of(Vetting.PENDING, Vetting.PASSED));
        model.addAttribute("workers", queries.list(jurisdiction, filter.toFilter(), page));
        return "grid/network/staff";
    }

    /** Under the headings of the sheet that is imported; nobody's telephone number is in it. */
    @GetMapping("/export")
    void export(StaffListFilter filter, Jurisdiction jurisdiction, HttpServletResponse response) {
        var villages = jurisdiction.level().compareTo(PlaceKind.VILLAGE) > 0
                ? Map.<String, String>of()
                : places.villages(jurisdiction).stream()
                        .collect(toMap(village -> village.code().value(), Choice::fullName));
        queries.read(jurisdiction, filter.toFilter(), rows -> write(rows, villages, response));
    }

    private void write(Iterable<StaffRow> rows, Map<String, String> villages, HttpServletResponse response) {
        try {
            Spreadsheet.<StaffRow>named(messages.get("grid.network.workers.title"), rows)
                    .column(
                            messages.get("place.village"),
                            row -> villages.getOrDefault(row.placeCode().substring(0, 12), row.villageName()))
                    .column(messages.get("place.grid"), StaffRow::placeCode)
                    .column(field("gridName"), StaffRow::gridName)
                    .column(field("person"), StaffRow::name)
                    .column(field("bornOn"), StaffRow::bornOn)
                    .column(field("post"), row -> messages.get(row.post().messageKey()))
                    .column(field("source"), row -> messages.get(row.source().messageKey()))
                    .column(field("since"), StaffRow::since)
                    .column(field("vetting"), row -> messages.get(row.vetting().messageKey()))
                    .column(field("vettedOn"), StaffRow::vettedOn)
                    .writeTo(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String field(String name) {
        return messages.get("grid.network.field." + name);
    }
}
