package io.qiangcun.economy.cooperative.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.cooperative.CooperativeFigures;
import io.qiangcun.economy.cooperative.CooperativeKind;
import io.qiangcun.economy.cooperative.CooperativeQueries;
import io.qiangcun.economy.cooperative.CooperativeQueries.Filter;
import io.qiangcun.economy.cooperative.CooperativeQueries.Reach;
import io.qiangcun.economy.cooperative.CooperativeQueries.View;
import io.qiangcun.economy.cooperative.CooperativeService;
import io.qiangcun.economy.cooperative.Industry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cooperatives of an area, how far they reach, and new ones. */
@Controller
@RequestMapping("/economy/cooperatives")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_COOPERATIVES + "')")
class CooperativesController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_COOPERATIVES + "')";

    private final CooperativeQueries queries;
    private final CooperativeService cooperatives;
    private final CooperativePages pages;
    private final PlacesOfChoice choices;
    private final PlaceTree places;
    private final Messages messages;
    private final List<CooperativeFigures> figures;
    private final Clock clock;

    CooperativesController(
            CooperativeQueries queries,
            CooperativeService cooperatives,
            CooperativePages pages,
            PlacesOfChoice choices,
            PlaceTree places,
            Messages messages,
            List<CooperativeFigures> figures,
            Clock clock) {
        this.queries = queries;
        this.cooperatives = cooperatives;
        this.pages = pages;
        this.choices = choices;
        this.places = places;
        this.messages = messages;
        this.figures = List.copyOf(figures);
        this.clock = clock;
    }

    /** What is asked of the list. */
    record FilterForm(
            @Nullable PlaceCode place,
            @Nullable CooperativeKind kind,
            @Nullable Industry industry,
            @Nullable Boolean active,
            @Nullable Boolean tagged,
            @Nullable Boolean incomplete,
            @Nullable String text) {

        Filter toFilter() {
            return new Filter(
                    place,
                    kind,
                    industry,
                    active,
                    Boolean.TRUE.equals(tagged),
                    Boolean.TRUE.equals(incomplete),
                    text == null ? "" : text.strip());
        }
    }

    @GetMapping
    String list(@ModelAttribute("filter") FilterForm filter, Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("cooperatives", queries.cooperatives(jurisdiction, within(filter, jurisdiction), page));
        model.addAttribute("kinds", CooperativeKind.values());
        model.addAttribute("industries", Industry.values());
        model.addAttribute("above", isAbove(jurisdiction));
        model.addAttribute("writes", queries.isWriter());
        model.addAttribute(
                "figures",
                figures.stream()
                        .flatMap(one -> one.figures(jurisdiction, LocalDate.now(clock)).stream())
                        .toList());
        return "economy/cooperative/list";
    }

    private Filter within(FilterForm filter, Jurisdiction jurisdiction) {
        if (filter.place() != null) {
            places.require(filter.place(), jurisdiction);
        }
        return filter.toFilter();
    }

    private static boolean isAbove(Jurisdiction jurisdiction) {
        return jurisdiction.level() != PlaceKind.VILLAGE;
    }

    @GetMapping("/export")
    void export(@ModelAttribute("filter") FilterForm filter, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var found = queries.cooperatives(jurisdiction, within(filter, jurisdiction), Pageable.unpaged());
        Spreadsheet.<View>named(messages.get("economy.cooperative.list.title"), found.getContent())
                .column(messages.get("place.township"), View::townshipName)
                .column(messages.get("place.village"), View::placeName)
                .column(field("name"), View::name)
                .column(field("kind"), row -> pages.word("kind", row.kind()))
                .column(field("credit-code"), View::creditCode)
                .column(field("branch"), View::branchName)
                .column(field("industry"), row -> pages.word("industry", row.industry()))
                .column(field("mode"), row -> pages.word("mode", row.mode()))
                .column(field("founded-on"), View::foundedOn)
                .column(field("federation"), View::federationName)
                .column(field("sections"), View::sections)
                .column(field("development"), View::development)
                .column(field("operation"), View::operation)
                .column(field("equity"), View::equity)
                .column(field("joining"), View::joining)
                .column(field("tag"), row -> row.tag() == null ? "" : pages.word("level", row.tag()))
                .column(field("dissolved-on"), View::dissolvedOn)
                .writeTo(response);
    }

    /** How far cooperatives reach: township by township, and the villages behind each number. */
    @GetMapping("/coverage")
    String coverage(
            @RequestParam(required = false) @Nullable PlaceCode place,
            @RequestParam(required = false) @Nullable Boolean covered,
            Jurisdiction jurisdiction,
            Model model) {
        var within = place == null ? jurisdiction : Jurisdiction.within(place);
        if (place != null) {
            model.addAttribute("within", places.require(place, jurisdiction));
        }
        var reach = queries.reach(jurisdiction);
        model.addAttribute("reach", reach);
        model.addAttribute("total", total(reach));
        model.addAttribute("covered", covered);
        model.addAttribute("place", place);
        var narrow = place != null || covered != null || jurisdiction.level() != PlaceKind.COUNTY;
        if (narrow) {
            model.addAttribute("villages", queries.villages(within, covered));
        }
        model.addAttribute("narrow", narrow);
        model.addAttribute("writes", queries.isWriter());
        return "economy/cooperative/coverage";
    }

    private static Reach total(Iterable<Reach> rows) {
        var sum = new int[5];
        for (var row : rows) {
            sum[0] += row.villages();
            sum[1] += row.covered();
            sum[2] += row.cooperatives();
            sum[3] += row.incomplete();
            sum[4] += row.tagged();
        }
        return new Reach("", "", sum[0], sum[1], sum[2], sum[3], sum[4]);
    }

    @GetMapping("/coverage/export")
    void exportCoverage(Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        Spreadsheet.<Reach>named(messages.get("economy.cooperative.coverage.title"), queries.reach(jurisdiction))
                .column(messages.get("place.township"), Reach::name)
                .column(messages.get("economy.cooperative.coverage.villages"), Reach::villages)
                .column(messages.get("economy.cooperative.coverage.covered"), Reach::covered)
                .column(messages.get("economy.cooperative.coverage.percent"), Reach::percent)
                .column(messages.get("economy.cooperative.coverage.cooperatives"), Reach::cooperatives)
                .column(messages.get("economy.cooperative.coverage.incomplete"), Reach::incomplete)
                .column(messages.get("economy.cooperative.coverage.tagged"), Reach::tagged)
                .writeTo(response);
    }

    /** Where there are several places, one is chosen first, for its branches are offered. */
    @GetMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String open(@RequestParam(required = false) @Nullable PlaceCode place, Jurisdiction jurisdiction, Model model) {
        var here = place != null ? place : isAbove(jurisdiction) ? null : jurisdiction.root();
        if (here == null) {
            model.addAttribute("choices", choices.in(jurisdiction));
            return "economy/cooperative/choose";
        }
        var empty = CooperativeForm.empty(here, "");
        places.require(here, jurisdiction);
        var branches = pages.branches(jurisdiction, empty);
        return pages.form(
                jurisdiction,
                branches.isEmpty()
                        ? empty
                        : CooperativeForm.empty(
                                here, branches.keySet().iterator().next().toString()),
                model);
    }

    @PostMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String write(
            @Valid @ModelAttribute("form") CooperativeForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var command = form.toCommand(pages.branches(jurisdiction, form), errors);
        if (command.isEmpty()
                || !Submission.succeeds(errors, () -> cooperatives.write(jurisdiction, actor, command.get()))) {
            return pages.refused(jurisdiction, form, model, response);
        }
        flash.addFlashAttribute("done", "economy.cooperative.done.written");
        return "redirect:" + command.get().id().href();
    }

    private String field(String field) {
        return messages.get("economy.cooperative.field." + field);
    }
}
