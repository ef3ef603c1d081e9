package io.qiangcun.web.overview;

import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.duty.DutyAuthorities;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.register.RegisterAuthorities;
import io.qiangcun.core.register.RegisterDefinition;
import io.qiangcun.core.register.RegisterQueries;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of a place, for itself and for those above it. */
@Controller
@RequestMapping("/places")
@PreAuthorize("hasAuthority('" + DutyAuthorities.READ + "')")
class PlaceController {

    private final PlaceFacts facts;
    private final RegisterQueries registers;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    PlaceController(PlaceFacts facts, RegisterQueries registers, PlaceTree places, Messages messages, Clock clock) {
        this.facts = facts;
        this.registers = registers;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** A register and how many of its rows count in the place now. */
    record RegisterLine(String theme, String title, long rows, String href) {}

    @GetMapping
    String own(Jurisdiction jurisdiction) {
        return "redirect:/places/" + jurisdiction.root();
    }

    @GetMapping("/{place}")
    String show(
            @PathVariable PlaceCode place,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        var node = places.require(place, jurisdiction);
        model.addAttribute("place", node);
        model.addAttribute(
                "above",
                places.path(place).stream()
                        .filter(above -> !above.code().equals(place) && jurisdiction.covers(above.code()))
                        .toList());
        model.addAttribute("below", below(jurisdiction, node));
        model.addAttribute("subjects", facts.of(jurisdiction, me, place));
        model.addAttribute("themes", themes(jurisdiction, me, place));
        model.addAttribute("month", YearMonth.now(clock).minusMonths(1));
        return "web/overview/show";
    }

    @GetMapping("/{place}/export")
    void export(
            @PathVariable PlaceCode place,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            HttpServletResponse response)
            throws IOException {
        var node = places.require(place, jurisdiction);
        var numbers = facts.of(jurisdiction, me, place).entrySet().stream()
                .flatMap(subject -> subject.getValue().stream()
                        .map(fact -> new RegisterLine(
                                messages.get("web.overview.subject." + subject.getKey()),
                                messages.get(fact.titleKey()),
                                fact.number(),
                                fact.href())));
        var rows = themes(jurisdiction, me, place).values().stream().flatMap(List::stream);
        Spreadsheet.<RegisterLine>named(
                        messages.get("web.overview.title", node.name()),
                        Stream.concat(numbers, rows).toList())
                .note(LocalDate.now(clock).toString())
                .column(messages.get("web.overview.column.subject"), RegisterLine::theme)
                .column(messages.get("web.overview.column.what"), RegisterLine::title)
                .column(messages.get("web.overview.column.number"), RegisterLine::rows)
                .writeTo(response);
    }

    private List<PlaceNode> below(Jurisdiction jurisdiction, PlaceNode place) {
        return place.code().kind().digits() >= PlaceKind.VILLAGE.digits()
                ? List.of()
                : places.children(jurisdiction, place.code(), LocalDate.now(clock));
    }

    /** The registers that the account reads and that places like this one keep, by theme. */
    private Map<String, List<RegisterLine>> themes(Jurisdiction jurisdiction, SignedInAccount me, PlaceCode place) {
        if (!me.may(RegisterAuthorities.READ)) {
            return Map.of();
        }
        var counts = registers.counts(jurisdiction.narrowedTo(place));
        return registers.catalogue(jurisdiction).stream()
                .map(edition -> edition.definition())
                .filter(definition -> definition.of() == null
                        && !definition.retired()
                        && (counts.containsKey(definition.code())
                                || definition.levels().contains(place.kind())))
                .sorted(Comparator.comparing(RegisterDefinition::order))
                .map(definition -> new RegisterLine(
                        definition.theme(),
                        definition.title(),
                        counts.getOrDefault(definition.code(), 0L),
                        "/core/registers/" + definition.code() + "?place=" + place))
                .collect(Collectors.groupingBy(RegisterLine::theme, LinkedHashMap::new, Collectors.toList()));
    }
}
