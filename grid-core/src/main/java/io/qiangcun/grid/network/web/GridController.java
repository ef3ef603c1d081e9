package io.qiangcun.grid.network.web;

import io.qiangcun.core.account.UnitDirectory.Unit;
import io.qiangcun.core.account.Units;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.GridAuthorities;
import io.qiangcun.grid.network.GridFilter;
import io.qiangcun.grid.network.GridNotFound;
import io.qiangcun.grid.network.GridQueries;
import io.qiangcun.grid.network.GridService;
import io.qiangcun.grid.network.GridType;
import io.qiangcun.grid.network.GridView;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One grid: what is known of it, and how it is opened, divided, merged and closed. */
@Controller
@RequestMapping("/grid/network/{place:[0-9]+}")
class GridController {

    private static final String MAY_SHAPE = "hasAuthority('" + GridAuthorities.SHAPE_GRIDS + "')";

    private final GridQueries queries;
    private final GridService grids;
    private final PlaceTree places;
    private final Units units;
    private final Messages messages;
    private final Clock clock;

    GridController(
            GridQueries queries, GridService grids, PlaceTree places, Units units, Messages messages, Clock clock) {
        this.queries = queries;
        this.grids = grids;
        this.places = places;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable PlaceCode place, Jurisdiction jurisdiction, Model model) {
        if (place.kind().compareTo(PlaceKind.GRID) < 0) {
            return "redirect:/grid/network?within="
                    + places.require(place, jurisdiction).code();
        }
        var grid = find(jurisdiction, place);
        add(grid, jurisdiction, model);
        var unit = grid.details().unit();
        model.addAttribute(
                "unitName",
                unit == null ? null : units.names(jurisdiction, List.of(unit)).get(unit));
        model.addAttribute(
                "parts",
                queries.list(
                        jurisdiction.narrowedTo(place), new GridFilter(null, null, null, null), Pageable.unpaged()));
        return "grid/network/show";
    }

    /** A new grid in the village, or a micro-grid in the grid; with an origin it is divided off that one. */
    @GetMapping("/new")
    @PreAuthorize(MAY_SHAPE)
    String opening(
            @PathVariable PlaceCode place,
            @RequestParam(required = false) @Nullable PlaceCode origin,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("form", GridForm.opening(LocalDate.now(clock), origin));
        return openingPage(place, jurisdiction, model);
    }

    @PostMapping
    @PreAuthorize(MAY_SHAPE)
    String open(
            @PathVariable PlaceCode place,
            @ModelAttribute("form") GridForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var command = form.toOpening(place, errors);
        var opened = new AtomicReference<PlaceCode>();
        if (command.isPresent()
                && Submission.succeeds(errors, () -> opened.set(grids.open(jurisdiction, command.get())))) {
            flash.addFlashAttribute("done", "grid.network.done.opened");
            return "redirect:/grid/network/" + opened.get();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return openingPage(place, jurisdiction, model);
    }

    @GetMapping("/edit")
    @PreAuthorize(MAY_SHAPE)
    String amending(@PathVariable PlaceCode place, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", GridForm.of(find(jurisdiction, place)));
        return amendingPage(place, jurisdiction, model);
    }

    @PostMapping("/edit")
    @PreAuthorize(MAY_SHAPE)
    String amend(
            @PathVariable PlaceCode place,
            @ModelAttribute("form") GridForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        find(jurisdiction, place);
        var details = form.toDetails(errors);
        if (details.isPresent()
                && Submission.succeeds(
                        errors,
                        () -> grids.amend(
                                jurisdiction,
                                place,
                                Typed.sent(Long::parseLong, form.version()),
                                form.name().strip(),
                                details.get()))) {
            flash.addFlashAttribute("done", "grid.network.done.amended");
            return "redirect:/grid/network/" + place;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return amendingPage(place, jurisdiction, model);
    }

    @GetMapping("/end")
    @PreAuthorize(MAY_SHAPE)
    String ending(@PathVariable PlaceCode place, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", EndGridForm.of(find(jurisdiction, place).version(), LocalDate.now(clock)));
        return endingPage(place, jurisdiction, model);
    }

    /** Merged if another grid is named, else closed. */
    @PostMapping("/end")
    @PreAuthorize(MAY_SHAPE)
    String end(
            @PathVariable PlaceCode place,
            @ModelAttribute("form") EndGridForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        find(jurisdiction, place);
        form.requireReason(errors);
        var day = form.day(errors);
        if (day.isPresent() && Submission.succeeds(errors, () -> end(jurisdiction, place, form, day.get()))) {
            flash.addFlashAttribute("done", "grid.network.done.ended");
            return "redirect:/grid/network/" + (form.into().isBlank() ? place : form.into());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return endingPage(place, jurisdiction, model);
    }

    private void end(Jurisdiction jurisdiction, PlaceCode place, EndGridForm form, LocalDate day) {
        long version = Typed.sent(Long::parseLong, form.version());
        if (form.into().isBlank()) {
            grids.close(jurisdiction, place, version, day, Typed.text(form.reason()));
        } else {
            grids.merge(jurisdiction, place, version, Typed.sent(PlaceCode::valueOf, form.into()), day);
        }
    }

    private String openingPage(PlaceCode place, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("within", places.require(place, jurisdiction));
        choices(place, jurisdiction, model);
        return "grid/network/open";
    }

    private String amendingPage(PlaceCode place, Jurisdiction jurisdiction, Model model) {
        add(find(jurisdiction, place), jurisdiction, model);
        choices(place, jurisdiction, model);
        return "grid/network/edit";
    }

    private String endingPage(PlaceCode place, Jurisdiction jurisdiction, Model model) {
        add(find(jurisdiction, place), jurisdiction, model);
        model.addAttribute(
                "neighbours",
                queries.neighbours(jurisdiction, place).stream()
                        .map(grid -> new Option(grid.placeCode(), grid.name()))
                        .toList());
        return "grid/network/end";
    }

    private void choices(PlaceCode place, Jurisdiction jurisdiction, Model model) {
        var village = new PlaceCode(place.value().substring(0, PlaceKind.VILLAGE.digits()));
        model.addAttribute(
                "types",
                Arrays.stream(GridType.values())
                        .map(type -> new Option(type.name(), messages.get(type.messageKey())))
                        .toList());
        model.addAttribute(
                "units",
                units.at(jurisdiction, village).stream()
                        .map((Unit unit) -> new Option(unit.id().toString(), unit.name()))
                        .toList());
    }

    /** With the places above it that whoever asks can open. */
    private void add(GridView grid, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("grid", grid);
        model.addAttribute(
                "path",
                places.path(grid.place()).stream()
                        .filter(above ->
                                jurisdiction.covers(above.code()) && !Objects.equals(above.code(), grid.place()))
                        .toList());
    }

    private GridView find(Jurisdiction jurisdiction, PlaceCode place) {
        return queries.find(jurisdiction, place).orElseThrow(() -> new GridNotFound(place));
    }
}
