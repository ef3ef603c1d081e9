package io.qiangcun.services.centre.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.centre.CentreKind;
import io.qiangcun.services.centre.CentreQueries;
import io.qiangcun.services.centre.CentreQueries.CentreFunction;
import io.qiangcun.services.centre.CentreQueries.Filter;
import io.qiangcun.services.centre.CentreService;
import io.qiangcun.services.centre.CentreState;
import io.qiangcun.services.centre.CentreView;
import io.qiangcun.services.mode.ModePart;
import io.qiangcun.services.mode.WorkingMode;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
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

/** The centres of an area, the places that have none, and new ones. */
@Controller
@RequestMapping("/services/centres")
@PreAuthorize("hasAuthority('" + ServicesAuthorities.READ_CENTRES + "')")
class CentresController {

    private static final String MAY_WRITE = "hasAuthority('" + ServicesAuthorities.WRITE_CENTRES + "')";

    private final CentreQueries queries;
    private final CentreService centres;
    private final CentrePages pages;
    private final PlaceTree places;
    private final WorkingMode mode;
    private final Messages messages;

    CentresController(
            CentreQueries queries,
            CentreService centres,
            CentrePages pages,
            PlaceTree places,
            WorkingMode mode,
            Messages messages) {
        this.queries = queries;
        this.centres = centres;
        this.pages = pages;
        this.places = places;
        this.mode = mode;
        this.messages = messages;
    }

    /** What is asked of the list. */
    record Asked(
            @Nullable PlaceCode place,
            @Nullable CentreState state,
            @Nullable CentreKind kind,
            @Nullable String function,
            @Nullable Boolean demonstration,
            @Nullable String text) {

        Filter toFilter() {
            return new Filter(
                    place,
                    state,
                    kind,
                    function == null || function.isEmpty() ? null : function,
                    Boolean.TRUE.equals(demonstration),
                    text == null ? "" : text.strip());
        }
    }

    @GetMapping
    String list(@ModelAttribute("asked") Asked asked, Pageable page, Jurisdiction jurisdiction, Model model) {
        requireWithin(asked, jurisdiction);
        var within = asked.place() == null ? jurisdiction : jurisdiction.narrowedTo(asked.place());
        model.addAttribute("centres", queries.centres(jurisdiction, asked.toFilter(), page));
        model.addAttribute("total", queries.total(within));
        if (within.level() == PlaceKind.COUNTY) {
            model.addAttribute("townships", queries.byTownship(within));
        }
        model.addAttribute("states", CentreState.values());
        model.addAttribute("kinds", CentreKind.values());
        model.addAttribute("functions", queries.functions(jurisdiction));
        model.addAttribute("above", within.level() != PlaceKind.VILLAGE);
        model.addAttribute("writes", queries.isWriter());
        model.addAttribute("oversees", queries.isOverseer());
        var columns = mode.columns(jurisdiction);
        model.addAttribute("columns", columns);
        // frames without a word would say nothing here
        model.addAttribute("drawn", columns.stream().anyMatch(column -> column.parts().stream()
                .anyMatch(ModePart::isNamed)));
        return "services/centre/list";
    }

    private void requireWithin(Asked asked, Jurisdiction jurisdiction) {
        if (asked.place() != null) {
            places.require(asked.place(), jurisdiction);
        }
    }

    @GetMapping("/export")
    void export(@ModelAttribute("asked") Asked asked, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        requireWithin(asked, jurisdiction);
        Spreadsheet.<CentreView>named(
                        messages.get("services.centre.list.title"),
                        queries.centres(jurisdiction, asked.toFilter(), Pageable.unpaged())
                                .getContent())
                .column(messages.get("place.township"), CentreView::townshipName)
                .column(pages.field("place"), CentreView::placeName)
                .column(pages.field("level"), row -> messages.get("services.centre.level." + row.level()))
                .column(pages.field("kind"), row -> pages.word("kind", row.kind()))
                .column(pages.field("name"), CentreView::name)
                .column(pages.field("address"), CentreView::address)
                .column(pages.field("phone"), CentreView::phone)
                .column(pages.field("hours"), pages::hours)
                .column(pages.field("functions"), CentreView::functionTitles)
                .column(pages.field("state"), row -> pages.word("state", row.state()))
                .column(pages.field("opened-on"), CentreView::openedOn)
                .column(
                        pages.field("demonstration"),
                        row -> row.demonstration() ? messages.get("services.centre.demonstration") : "")
                .writeTo(response);
    }

    @GetMapping("/missing")
    String missing(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("missing", queries.missing(jurisdiction));
        model.addAttribute("total", queries.total(jurisdiction));
        model.addAttribute("writes", queries.isWriter());
        return "services/centre/missing";
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String open(@RequestParam(required = false) @Nullable PlaceCode place, Jurisdiction jurisdiction, Model model) {
        var at = place == null ? jurisdiction.root() : place;
        places.require(at, jurisdiction);
        var kind = queries.hasCentre(jurisdiction, at) ? CentreKind.POINT : CentreKind.CENTRE;
        return pages.form(jurisdiction, CentreForm.empty(at, kind, offered(jurisdiction)), model);
    }

    private List<String> offered(Jurisdiction jurisdiction) {
        return queries.functions(jurisdiction).stream()
                .filter(function -> !function.retired())
                .map(CentreFunction::functionCode)
                .toList();
    }

    @PostMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String write(
            @Valid @ModelAttribute("form") CentreForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var command = form.toCommand(errors);
        if (command.isEmpty()
                || !Submission.succeeds(errors, () -> centres.write(jurisdiction, actor, command.get()))) {
            return pages.refused(jurisdiction, form, model, response);
        }
        flash.addFlashAttribute("done", "services.centre.done.written");
        return "redirect:" + command.get().id().href();
    }
}
