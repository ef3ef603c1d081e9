package io.qiangcun.grid.network.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.SheetColumn;
import io.qiangcun.core.web.SheetForm;
import io.qiangcun.core.web.SheetNames;
import io.qiangcun.core.web.SheetPages;
import io.qiangcun.core.web.TypedSheet;
import io.qiangcun.core.web.TypedSheet.Line;
import io.qiangcun.grid.GridAuthorities;
import io.qiangcun.grid.network.GridTakeover;
import io.qiangcun.grid.network.GridTakeover.Entry;
import io.qiangcun.grid.network.GridType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.RequestMapping;

/** Many grids from a sheet. */
@Controller
@RequestMapping("/grid/network/import")
class GridImportController extends SheetPages<Entry> {

    /** Stands for a place that was not found, so that the other cells are looked at all the same. */
    private static final PlaceCode NOWHERE = new PlaceCode("000000000000");

    private final GridTakeover grids;
    private final PlacesOfChoice places;
    private final Messages messages;
    private final Clock clock;

    GridImportController(GridTakeover grids, PlacesOfChoice places, Messages messages, Clock clock) {
        super(
                new Texts(
                        "/grid/network", "grid.network.title", "grid.network.import.title", "grid.network.import.fill"),
                places,
                messages);
        this.grids = grids;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return GridAuthorities.SHAPE_GRIDS;
    }

    @Override
    protected List<SheetColumn> columns(Jurisdiction jurisdiction) {
        return List.of(
                villageColumn(jurisdiction),
                column("grid").hint(messages.get("grid.network.import.grid")),
                column("number").hint(messages.get("grid.network.import.number")),
                column("name").require(),
                column("type")
                        .offer(Arrays.stream(GridType.values()).map(this::word).toList()),
                column("households"),
                column("people"),
                column("centre").hint(messages.get("grid.network.import.centre")),
                column("from").day());
    }

    private SheetColumn column(String field) {
        return SheetColumn.named(field, messages.get("grid.network.field." + field));
    }

    @Override
    protected List<Entry> read(Jurisdiction jurisdiction, TypedSheet sheet, SheetForm form) {
        var villages = villages(jurisdiction);
        return sheet.entries((line, errors) -> entry(line, villages, errors));
    }

    /** Most grids are for whoever lives there, from today on. */
    private Optional<Entry> entry(Line line, SheetNames<PlaceCode> villages, BindingResult errors) {
        var village = villages.only("village", line.text("village"), errors);
        line.require(errors, "village");
        var type = line.choice("type", GridType.values(), this::word, errors).orElse(GridType.COMPREHENSIVE);
        var from = line.text("from");
        var within = Objects.requireNonNullElse(village, NOWHERE);
        return new GridForm(
                        "",
                        line.text("number"),
                        line.text("name"),
                        type.name(),
                        line.text("households"),
                        line.text("people"),
                        "",
                        line.text("centre"),
                        from.isEmpty() ? LocalDate.now(clock).toString() : from,
                        "")
                .toOpening(within, errors)
                .map(grid -> new Entry(
                        line.number(),
                        within,
                        line.text("grid").isEmpty() ? null : line.text("grid"),
                        grid.number(),
                        grid.name(),
                        grid.details(),
                        grid.from()));
    }

    @Override
    protected Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        return grids.check(jurisdiction, entries);
    }

    @Override
    protected Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        return grids.take(jurisdiction, actor, entries);
    }

    @Override
    protected PlaceCode placeOf(Entry entry) {
        return entry.village();
    }

    @Override
    protected List<String> sorts() {
        return List.of(
                messages.get("grid.network.field.grids"),
                messages.get("grid.network.field.micro"),
                messages.get("grid.network.field.households"));
    }

    @Override
    protected List<Long> count(List<Entry> entries) {
        var whole = entries.stream().filter(entry -> entry.grid() == null).toList();
        return List.of(
                (long) whole.size(),
                (long) entries.size() - whole.size(),
                whole.stream()
                        .map(entry -> entry.details().households())
                        .filter(Objects::nonNull)
                        .mapToLong(Integer::longValue)
                        .sum());
    }

    private String word(GridType type) {
        return messages.get(type.messageKey());
    }
}
