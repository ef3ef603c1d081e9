package io.qiangcun.grid.gridevent.web;

import static java.util.stream.Collectors.groupingBy;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.sheet.RowSheet;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.SheetColumn;
import io.qiangcun.core.web.SheetForm;
import io.qiangcun.core.web.SheetNames;
import io.qiangcun.core.web.SheetPages;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.TypedSheet;
import io.qiangcun.core.web.TypedSheet.Line;
import io.qiangcun.grid.gridevent.EventAuthorities;
import io.qiangcun.grid.gridevent.EventKind;
import io.qiangcun.grid.gridevent.EventRules;
import io.qiangcun.grid.gridevent.EventTakeover;
import io.qiangcun.grid.gridevent.EventTakeover.Entry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.RequestMapping;

/** Events of an earlier list from a sheet. */
@Controller
@RequestMapping("/grid/events/import")
class EventImportController extends SheetPages<Entry> {

    /** A county has some twenty thousand events in a year, and half a list is none. */
    private static final RowSheet.Limits A_YEAR = new RowSheet.Limits(30_000, 6, 120);

    private final EventTakeover events;
    private final EventRules rules;
    private final PlacesOfChoice villages;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    EventImportController(
            EventTakeover events,
            EventRules rules,
            PlacesOfChoice villages,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        super(
                new Texts("/grid/events", "grid.event.list.title", "grid.event.import.title", "grid.event.import.fill"),
                villages,
                messages);
        this.events = events;
        this.rules = rules;
        this.villages = villages;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return EventAuthorities.TAKE_OVER_EVENTS;
    }

    @Override
    protected RowSheet.Limits most() {
        return A_YEAR;
    }

    @Override
    protected List<SheetColumn> columns(Jurisdiction jurisdiction) {
        var kinds = rules.kinds(jurisdiction.root(), today());
        return List.of(
                villageColumn(jurisdiction),
                SheetColumn.named("grid", messages.get("place.grid")).hint(messages.get("grid.event.import.grid")),
                column("kind")
                        .require()
                        .offer(kinds.all().stream()
                                .map(kind -> kinds.name(kind.code()))
                                .toList()),
                column("content").require(),
                column("spot"),
                column("reported").require().day(),
                column("closed").require().day(),
                column("onSpot").offer(List.of(word("yes"), word("no"))),
                column("result").require(),
                column("reporter"),
                column("handler"),
                column("checker"));
    }

    private SheetColumn column(String field) {
        return SheetColumn.named(field, messages.get("grid.event.import.field." + field));
    }

    @Override
    protected List<Entry> read(Jurisdiction jurisdiction, TypedSheet sheet, SheetForm form) {
        var names = names(jurisdiction);
        return sheet.entries((line, errors) -> entry(line, names, errors));
    }

    /** What a line may call things. */
    private record Names(
            SheetNames<PlaceCode> villages, Map<PlaceCode, SheetNames<PlaceCode>> grids, SheetNames<String> kinds) {}

    private Names names(Jurisdiction jurisdiction) {
        var kinds = rules.kinds(jurisdiction.root(), today());
        var grids = new HashMap<PlaceCode, SheetNames<PlaceCode>>();
        Stream.of(PlaceKind.GRID, PlaceKind.MICRO_GRID)
                .flatMap(level -> places.all(jurisdiction, level, today()).stream())
                .collect(groupingBy(grid -> villageOf(grid.code())))
                .forEach((village, within) -> grids.put(
                        village,
                        SheetNames.of(within, grid -> Stream.of(grid.code().value(), grid.name()), PlaceNode::code)));
        return new Names(
                villages(jurisdiction),
                grids,
                SheetNames.of(
                        kinds.all(),
                        kind -> Stream.of(kind.code(), kind.name(), kinds.name(kind.code())),
                        EventKind::code));
    }

    private static PlaceCode villageOf(PlaceCode grid) {
        return new PlaceCode(grid.value().substring(0, PlaceKind.VILLAGE.digits()));
    }

    private Optional<Entry> entry(Line line, Names names, BindingResult errors) {
        line.require(errors, "village", "kind", "content", "reported", "closed", "result");
        var village = names.villages().only("village", line.text("village"), errors);
        var place = village == null ? null : placeOf(line, village, names, errors);
        var kind = names.kinds().only("kind", line.text("kind"), errors);
        var reported = Typed.date("reported", line.text("reported"), errors);
        var closed = Typed.date("closed", line.text("closed"), errors);
        var onSpot = line.choice("onSpot", new Boolean[] {true, false}, yes -> word(yes ? "yes" : "no"), errors)
                .orElse(false);
        if (errors.hasErrors() || place == null || kind == null || reported == null || closed == null) {
            return Optional.empty();
        }
        return Optional.of(new Entry(
                line.number(),
                place,
                kind,
                Typed.text(line.text("content")),
                line.text("spot"),
                reported,
                closed,
                Typed.text(line.text("result")),
                onSpot,
                somebody(line, "reporter"),
                somebody(line, "handler"),
                somebody(line, "checker")));
    }

    private static @Nullable PlaceCode placeOf(Line line, PlaceCode village, Names names, BindingResult errors) {
        var typed = line.text("grid");
        return typed.isEmpty()
                ? village
                : SheetNames.only(
                        names.grids().containsKey(village)
                                ? names.grids().get(village).called(typed)
                                : List.of(),
                        "grid",
                        typed,
                        errors);
    }

    /** Who it was, or that nobody knows any more. */
    private String somebody(Line line, String field) {
        return line.text(field).isEmpty() ? word(field) : line.text(field);
    }

    @Override
    protected Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        return events.check(jurisdiction, entries);
    }

    @Override
    protected Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        return events.enter(jurisdiction, entries);
    }

    @Override
    protected PlaceCode placeOf(Entry entry) {
        return entry.place();
    }

    @Override
    protected List<String> sorts() {
        return List.of(word("sort.events"), word("sort.spot"));
    }

    @Override
    protected List<Long> count(List<Entry> entries) {
        return List.of(
                (long) entries.size(), entries.stream().filter(Entry::onSpot).count());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String word(String key) {
        return messages.get("grid.event.import." + key);
    }
}
