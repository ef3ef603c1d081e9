package io.qiangcun.core.procedure.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.CaseQueries;
import io.qiangcun.core.procedure.CaseRow;
import io.qiangcun.core.procedure.CaseService;
import io.qiangcun.core.procedure.CaseState;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cases: the list, one with its time line, its print, and giving it up. */
@Controller
@RequestMapping("/core/cases")
class CaseController {

    private final CaseQueries cases;
    private final CaseService service;
    private final CasePages pages;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    CaseController(
            CaseQueries cases, CaseService service, CasePages pages, PlaceTree places, Messages messages, Clock clock) {
        this.cases = cases;
        this.service = service;
        this.pages = pages;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(@ModelAttribute("filter") CaseListForm filter, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("cases", cases.list(jurisdiction, filter.toFilter(), filter.toPage()));
        model.addAttribute("above", isAboveVillage(jurisdiction));
        model.addAttribute("atCounty", jurisdiction.level().digits() < PlaceKind.TOWNSHIP.digits());
        model.addAttribute("places", placesBelow(jurisdiction));
        model.addAttribute(
                "templates",
                cases.catalogue(jurisdiction).stream()
                        .map(edition -> new Option(
                                edition.template().code(), edition.template().title()))
                        .toList());
        model.addAttribute(
                "states",
                Arrays.stream(CaseState.values())
                        .map(state -> new Option(state.name(), messages.get("core.procedure.case-state." + state)))
                        .toList());
        return "core/procedure/cases";
    }

    @GetMapping("/export")
    void export(@ModelAttribute("filter") CaseListForm filter, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var rows = cases.list(jurisdiction, filter.toFilter(), Pageable.unpaged());
        Spreadsheet.named(messages.get("core.procedure.cases.title") + " " + LocalDate.now(clock), rows)
                .column(messages.get("core.procedure.column.procedure"), CaseRow::title)
                .column(messages.get("core.procedure.column.subject"), CaseRow::subjectName)
                .column(messages.get("core.procedure.column.township"), CaseRow::townshipName)
                .column(messages.get("core.procedure.column.place"), CaseRow::placeName)
                .column(messages.get("core.procedure.column.started"), CaseRow::startedOn)
                .column(
                        messages.get("core.procedure.column.state"),
                        row -> messages.get("core.procedure.case-state." + row.state()))
                .column(messages.get("core.procedure.column.next"), CaseRow::next)
                .column(messages.get("core.procedure.column.latest"), CaseRow::latestOn)
                .column(messages.get("core.procedure.column.done"), CaseRow::done)
                .column(messages.get("core.procedure.column.steps"), CaseRow::steps)
                .column(messages.get("core.procedure.column.ended"), CaseRow::endedOn)
                .column(messages.get("core.procedure.column.result"), CaseRow::result)
                .writeTo(response);
    }

    @GetMapping("/{id}")
    String show(@PathVariable CaseId id, Jurisdiction jurisdiction, Model model) {
        pages.fill(id, jurisdiction, model);
        return "core/procedure/case";
    }

    @GetMapping("/{id}/print")
    String print(@PathVariable CaseId id, Jurisdiction jurisdiction, Model model) {
        pages.fill(id, jurisdiction, model);
        return "core/procedure/print";
    }

    @PostMapping("/{id}/again")
    ModelAndView again(
            @PathVariable CaseId id,
            @ModelAttribute("again") AgainForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        var command = form.toCommand(Submission.sent(form.caseId()), id);
        if (Submission.succeeds(errors, () -> service.startAgain(jurisdiction, actor, command))) {
            flash.addFlashAttribute("done", "core.procedure.flash.started");
            return new ModelAndView("redirect:" + command.caseId().href());
        }
        return pages.again(id, jurisdiction, model);
    }

    @PostMapping("/{id}/abandon")
    ModelAndView abandon(
            @PathVariable CaseId id,
            @ModelAttribute("reason") ReasonForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        return pages.after(
                errors,
                () -> service.abandon(
                        jurisdiction, actor, id, Objects.requireNonNullElse(form.version(), -1L), form.abandonReason()),
                "core.procedure.flash.abandoned",
                id,
                jurisdiction,
                model,
                flash);
    }

    private List<PlaceNode> placesBelow(Jurisdiction jurisdiction) {
        return isAboveVillage(jurisdiction)
                ? places.children(jurisdiction, jurisdiction.root(), LocalDate.now(clock))
                : List.of();
    }

    private static boolean isAboveVillage(Jurisdiction jurisdiction) {
        return jurisdiction.level().digits() < PlaceKind.VILLAGE.digits();
    }
}
