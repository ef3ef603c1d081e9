package io.qiangcun.economy.dividend.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.cooperative.CooperativeNotFound;
import io.qiangcun.economy.cooperative.CooperativeQueries;
import io.qiangcun.economy.dividend.DividendQueries;
import io.qiangcun.economy.dividend.DividendQueries.Filter;
import io.qiangcun.economy.dividend.DividendQueries.View;
import io.qiangcun.economy.dividend.DividendService;
import io.qiangcun.economy.dividend.DividendState;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the cooperatives of an area distribute, and new lists. */
@Controller
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_COOPERATIVES + "')")
class DividendsController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_COOPERATIVES + "')";

    private final DividendQueries queries;
    private final DividendService dividends;
    private final CooperativeQueries cooperatives;
    private final DividendPages pages;
    private final PlaceTree places;
    private final Messages messages;

    DividendsController(
            DividendQueries queries,
            DividendService dividends,
            CooperativeQueries cooperatives,
            DividendPages pages,
            PlaceTree places,
            Messages messages) {
        this.queries = queries;
        this.dividends = dividends;
        this.cooperatives = cooperatives;
        this.pages = pages;
        this.places = places;
        this.messages = messages;
    }

    /** What is asked of the list. */
    record FilterForm(
            @Nullable PlaceCode place,
            @Nullable CooperativeId cooperative,
            @Nullable Integer year,
            @Nullable DividendState state) {

        Filter toFilter() {
            return new Filter(place, cooperative, year, state);
        }
    }

    @GetMapping("/economy/dividends")
    String list(@ModelAttribute("filter") FilterForm filter, Pageable page, Jurisdiction jurisdiction, Model model) {
        var cooperative = filter.cooperative();
        if (cooperative != null) {
            model.addAttribute("cooperative", cooperatives.find(jurisdiction, cooperative));
        }
        model.addAttribute("dividends", queries.dividends(jurisdiction, within(filter, jurisdiction), page));
        model.addAttribute("states", DividendState.values());
        model.addAttribute("above", jurisdiction.level() != PlaceKind.VILLAGE);
        model.addAttribute("writes", cooperatives.isWriter());
        return "economy/dividend/list";
    }

    private Filter within(FilterForm filter, Jurisdiction jurisdiction) {
        if (filter.place() != null) {
            places.require(filter.place(), jurisdiction);
        }
        return filter.toFilter();
    }

    @GetMapping("/economy/dividends/export")
    void export(@ModelAttribute("filter") FilterForm filter, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var found = queries.dividends(jurisdiction, within(filter, jurisdiction), Pageable.unpaged());
        Spreadsheet.<View>named(messages.get("economy.dividend.list.title"), found.getContent())
                .column(messages.get("place.village"), View::placeName)
                .column(pages.field("cooperative"), View::cooperativeName)
                .column(pages.field("year"), View::year)
                .column(pages.field("state"), row -> pages.word("state", row.state()))
                .column(pages.field("earned"), View::earned)
                .column(pages.field("reserved"), View::reserved)
                .column(pages.field("surplus"), View::surplus)
                .column(pages.field("returned"), View::returned)
                .column(pages.field("shared"), View::shared)
                .column(pages.field("guaranteed"), View::guaranteed)
                .column(pages.field("total"), View::total)
                .column(pages.field("paid"), View::paid)
                .column(pages.field("lines"), View::lines)
                .column(pages.field("meeting-on"), View::meetingOn)
                .writeTo(response);
    }

    @GetMapping("/economy/cooperatives/{id}/dividends/new")
    @PreAuthorize(MAY_WRITE)
    String open(
            @PathVariable CooperativeId id,
            @RequestParam(required = false) @Nullable Integer year,
            Jurisdiction jurisdiction,
            Model model) {
        var cooperative = acting(jurisdiction, id);
        return pages.form(
                jurisdiction,
                cooperative,
                pages.proposed(jurisdiction, cooperative, pages.within(cooperative, year)),
                model);
    }

    @PostMapping("/economy/cooperatives/{id}/dividends/new")
    @PreAuthorize(MAY_WRITE)
    String draft(
            @PathVariable CooperativeId id,
            @Valid @ModelAttribute("form") DividendForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var cooperative = acting(jurisdiction, id);
        var command = form.toCommand(id, errors);
        if (command.isEmpty()
                || !Submission.succeeds(errors, () -> dividends.draft(jurisdiction, actor, command.get(), null))) {
            return pages.refused(jurisdiction, cooperative, form, model, response);
        }
        flash.addFlashAttribute("done", "economy.dividend.done.drafted");
        return "redirect:" + command.get().id().href();
    }

    private CooperativeQueries.View acting(Jurisdiction jurisdiction, CooperativeId id) {
        var cooperative = cooperatives.find(jurisdiction, id);
        if (!cooperative.active()) {
            throw new CooperativeNotFound(id);
        }
        return cooperative;
    }
}
