package io.qiangcun.services.volunteer.web;

import static java.util.stream.Collectors.joining;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.register.RegisterAuthorities;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.services.volunteer.Turn;
import io.qiangcun.services.volunteer.Turn.Taker;
import io.qiangcun.services.volunteer.Turns;
import io.qiangcun.services.volunteer.Turns.PersonYear;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The week of the volunteers of a place, and the hours of a year. */
@Controller
@RequestMapping("/services/volunteers")
@PreAuthorize("hasAuthority('" + RegisterAuthorities.READ + "')")
class VolunteerController {

    private static final Year EARLIEST = Year.of(2000);

    private final Turns turns;
    private final TurnPages pages;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    VolunteerController(Turns turns, TurnPages pages, PlaceTree places, Messages messages, Clock clock) {
        this.turns = turns;
        this.pages = pages;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String week(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate week,
            @RequestParam(required = false) @Nullable PlaceCode place,
            @RequestParam(defaultValue = "false") boolean untold,
            Jurisdiction jurisdiction,
            Model model) {
        var today = LocalDate.now(clock);
        var shown = untold ? turns.firstUntold(jurisdiction).orElse(today) : week == null ? today : week;
        var monday = TurnPages.monday(shown);
        var only = place == null ? jurisdiction.root() : place;
        model.addAttribute("monday", monday);
        model.addAttribute("today", today);
        model.addAttribute("place", places.require(only, jurisdiction));
        model.addAttribute("own", only.equals(jurisdiction.root()));
        model.addAttribute("turns", turns.week(jurisdiction, only, monday));
        model.addAttribute("slots", pages.slots(jurisdiction));
        model.addAttribute("places", turns.below(Jurisdiction.within(only), monday));
        return "services/volunteer/week";
    }

    @GetMapping("/export")
    void rota(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate week,
            @RequestParam(required = false) @Nullable PlaceCode place,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var monday = TurnPages.monday(week == null ? LocalDate.now(clock) : week);
        var only = places.require(place == null ? jurisdiction.root() : place, jurisdiction);
        var slots = pages.slots(jurisdiction);
        Spreadsheet.<Turn>named(
                        messages.get("services.volunteer.rota", only.name(), monday),
                        turns.week(jurisdiction, only.code(), monday))
                .column(field("day"), Turn::day)
                .column(field("slot"), turn -> slots.getOrDefault(turn.slot(), turn.slot()))
                .column(field("time"), Turn::time)
                .column(field("post"), Turn::postName)
                .column(field("needs"), Turn::needs)
                .column(
                        field("takers"),
                        turn -> turn.takers().stream().map(Taker::name).collect(joining("、")))
                .column(field("missing"), Turn::missing)
                .writeTo(response);
    }

    @GetMapping("/hours")
    String hours(
            @RequestParam(required = false) @Nullable Year year,
            Pageable page,
            Jurisdiction jurisdiction,
            Model model) {
        var shown = shown(year);
        model.addAttribute("year", shown.getValue());
        model.addAttribute("now", Year.now(clock).getValue());
        model.addAttribute("persons", turns.persons(jurisdiction, shown, page));
        return "services/volunteer/hours";
    }

    @GetMapping("/hours/export")
    void exportHours(
            @RequestParam(required = false) @Nullable Year year,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var shown = shown(year);
        Spreadsheet.<PersonYear>named(
                        messages.get("services.volunteer.hours-title", shown.getValue()),
                        turns.persons(jurisdiction, shown, Pageable.unpaged()).getContent())
                .column(field("place"), PersonYear::placeName)
                .column(field("person"), PersonYear::name)
                .column(field("times"), PersonYear::times)
                .column(field("hours"), PersonYear::hours)
                .column(field("people"), PersonYear::people)
                .writeTo(response);
    }

    /** This one, if none is asked for or one in which there cannot be anything. */
    private Year shown(@Nullable Year year) {
        var now = Year.now(clock);
        return year == null || year.isAfter(now) || year.isBefore(EARLIEST) ? now : year;
    }

    private String field(String field) {
        return messages.get("services.volunteer.field." + field);
    }
}
