package io.qiangcun.grid.network.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.grid.network.GridFilter;
import io.qiangcun.grid.network.GridQueries;
import io.qiangcun.grid.network.GridRow;
import io.qiangcun.grid.network.GridType;
import io.qiangcun.grid.network.NetCount;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The net of grids: how many there are place by place, and each of them in a list. */
@Controller
@RequestMapping("/grid/network")
class NetworkController {

    private final GridQueries queries;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    NetworkController(GridQueries queries, PlaceTree places, Messages messages, Clock clock) {
        this.queries = queries;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** Who works in one grid has only that one to look at. */
    @GetMapping
    String net(NetworkFilter filter, Pageable page, Jurisdiction jurisdiction, Model model) {
        var within = filter.within();
        var shown = within == null
                ? jurisdiction
                : Jurisdiction.within(places.require(within, jurisdiction).code());
        if (shown.level().compareTo(PlaceKind.GRID) >= 0) {
            return "redirect:/grid/network/" + shown.root();
        }
        var place = places.require(shown.root(), jurisdiction);
        model.addAttribute("place", place);
        model.addAttribute("path", pathTo(place, jurisdiction));
        model.addAttribute("filter", filter);
        model.addAttribute("types", GridType.values());
        model.addAttribute("lacks", GridFilter.Lack.values());
        model.addAttribute("grids", queries.list(jurisdiction, filter.toFilter(), page));
        if (shown.level().compareTo(PlaceKind.VILLAGE) < 0) {
            var counts = queries.net(shown, LocalDate.now(clock));
            model.addAttribute("counts", counts);
            model.addAttribute("whole", whole(counts));
        }
        return "grid/network/net";
    }

    @GetMapping("/export")
    void export(NetworkFilter filter, Jurisdiction jurisdiction, HttpServletResponse response) {
        queries.read(jurisdiction, filter.toFilter(), rows -> write(rows, response));
    }

    private void write(Iterable<GridRow> rows, HttpServletResponse response) {
        try {
            Spreadsheet.<GridRow>named(messages.get("grid.network.title"), rows)
                    .column(messages.get("place.township"), GridRow::townshipName)
                    .column(messages.get("place.village"), GridRow::villageName)
                    .column(field("grid"), GridRow::gridName)
                    .column(field("code"), GridRow::placeCode)
                    .column(field("name"), GridRow::name)
                    .column(field("type"), row -> messages.get(row.type().messageKey()))
                    .column(field("households"), GridRow::households)
                    .column(field("people"), GridRow::people)
                    .column(messages.get("grid.network.post.LEADER"), GridRow::leader)
                    .column(field("workers"), GridRow::workers)
                    .writeTo(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The places between the account's own and the one shown. */
    private List<PlaceNode> pathTo(PlaceNode place, Jurisdiction jurisdiction) {
        return places.path(place.code()).stream()
                .filter(above ->
                        jurisdiction.covers(above.code()) && !above.code().equals(place.code()))
                .toList();
    }

    private static NetCount whole(List<NetCount> counts) {
        return new NetCount(
                "",
                "",
                sum(counts, NetCount::villages),
                sum(counts, NetCount::covered),
                sum(counts, NetCount::grids),
                sum(counts, NetCount::microGrids),
                sum(counts, NetCount::households),
                sum(counts, NetCount::leaders),
                sum(counts, NetCount::fullTime),
                sum(counts, NetCount::partTime),
                sum(counts, NetCount::auxiliary),
                sum(counts, NetCount::unled));
    }

    private static long sum(List<NetCount> counts, ToLongFunction<NetCount> number) {
        return counts.stream().mapToLong(number).sum();
    }

    private String field(String name) {
        return messages.get("grid.network.field." + name);
    }
}
