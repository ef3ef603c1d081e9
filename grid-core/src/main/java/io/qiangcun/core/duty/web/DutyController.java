package io.qiangcun.core.duty.web;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.duty.DutyQueries;
import io.qiangcun.core.duty.DutyRow;
import io.qiangcun.core.duty.DutyRule;
import io.qiangcun.core.duty.DutyRules;
import io.qiangcun.core.duty.DutyService;
import io.qiangcun.core.duty.DutyState;
import io.qiangcun.core.duty.WaiverId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
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

/** Duties: a village's list for the month, everybody's list, one duty with its clock, and waiving it. */
@Controller
@RequestMapping("/core/duties")
class DutyController {

    private final DutyQueries duties;
    private final DutyService service;
    private final DutyRules rules;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    DutyController(
            DutyQueries duties,
            DutyService service,
            DutyRules rules,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.duties = duties;
        this.service = service;
        this.rules = rules;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(@ModelAttribute("filter") DutyListForm filter, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("above", isAboveVillage(jurisdiction));
        return "month".equals(filter.view()) || filter.view() == null && !isAboveVillage(jurisdiction)
                ? month(filter, jurisdiction, model)
                : page(filter, jurisdiction, model);
    }

    @GetMapping("/export")
    void export(@ModelAttribute("filter") DutyListForm filter, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var rows = duties.list(jurisdiction, filter.toFilter(), Pageable.unpaged());
        Spreadsheet.named(messages.get("core.duty.list.title") + " " + LocalDate.now(clock), rows)
                .column(messages.get("core.duty.column.township"), DutyRow::townshipName)
                .column(messages.get("core.duty.column.place"), DutyRow::placeName)
                .column(messages.get("core.duty.column.subject"), DutyRow::subjectName)
                .column(messages.get("core.duty.column.title"), DutyRow::title)
                .column(
                        messages.get("core.duty.column.period"),
                        row -> messages.get(
                                row.period().labelKey(), row.period().labelArguments()))
                .column(messages.get("core.duty.column.due"), DutyRow::dueOn)
                .column(messages.get("core.duty.column.state"), row -> messages.get("core.duty.state." + row.state()))
                .column(messages.get("core.duty.column.done"), DutyRow::fulfilledOn)
                .writeTo(response);
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Jurisdiction jurisdiction, Model model) {
        fill(id, jurisdiction, model);
        return "core/duty/show";
    }

    @PostMapping("/{id}/waive")
    ModelAndView waive(
            @PathVariable UUID id,
            @Valid @ModelAttribute("waive") WaiveForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        if (Submission.succeeds(errors, () -> service.waive(jurisdiction, id, form.toCommand(), actor))) {
            return done(id, "core.duty.done.waived", flash);
        }
        return again(id, jurisdiction, model);
    }

    @PostMapping("/{id}/waivers/{waiver}/withdraw")
    ModelAndView withdraw(
            @PathVariable UUID id,
            @PathVariable WaiverId waiver,
            @Valid @ModelAttribute("withdrawal") WithdrawForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        var reason = form.withdrawalReason();
        if (Submission.succeeds(errors, () -> service.withdraw(jurisdiction, waiver, reason.strip(), actor))) {
            return done(id, "core.duty.done.withdrawn", flash);
        }
        return again(id, jurisdiction, model);
    }

    private String month(DutyListForm filter, Jurisdiction jurisdiction, Model model) {
        var month = filter.month() == null ? YearMonth.now(clock) : filter.month();
        var rows = duties.month(jurisdiction, jurisdiction.root(), month);
        model.addAttribute("month", month);
        model.addAttribute("duties", rows);
        model.addAttribute(
                "finished", rows.stream().filter(row -> row.state().isDone()).count());
        model.addAttribute(
                "overdue",
                rows.stream().filter(row -> row.state() == DutyState.OVERDUE).count());
        return "core/duty/month";
    }

    private String page(DutyListForm filter, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("duties", duties.list(jurisdiction, filter.toFilter(), filter.toPage()));
        model.addAttribute("places", placesBelow(jurisdiction));
        model.addAttribute("atCounty", jurisdiction.level().digits() < PlaceKind.TOWNSHIP.digits());
        model.addAttribute(
                "states",
                Arrays.stream(DutyState.values())
                        .map(state -> new Option(state.name(), messages.get("core.duty.state." + state)))
                        .toList());
        model.addAttribute("rules", ruleOptions());
        return "core/duty/list";
    }

    /** Each rule once, whatever versions and overlays it has. */
    private List<Option> ruleOptions() {
        return rules.inForce(LocalDate.now(clock)).stream()
                .collect(toMap(DutyRule::code, DutyRule::title, (one, other) -> one, LinkedHashMap::new))
                .entrySet()
                .stream()
                .map(rule -> new Option(rule.getKey(), rule.getValue()))
                .toList();
    }

    private List<PlaceNode> placesBelow(Jurisdiction jurisdiction) {
        return isAboveVillage(jurisdiction)
                ? places.children(jurisdiction, jurisdiction.root(), LocalDate.now(clock))
                : List.of();
    }

    private static boolean isAboveVillage(Jurisdiction jurisdiction) {
        return jurisdiction.level().digits() < PlaceKind.VILLAGE.digits();
    }

    private static ModelAndView done(UUID id, String key, RedirectAttributes flash) {
        flash.addFlashAttribute("done", key);
        return new ModelAndView("redirect:/core/duties/" + id);
    }

    private ModelAndView again(UUID id, Jurisdiction jurisdiction, Model model) {
        fill(id, jurisdiction, model);
        return new ModelAndView("core/duty/show", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void fill(UUID id, Jurisdiction jurisdiction, Model model) {
        var duty = duties.show(jurisdiction, id);
        var own = jurisdiction.equals(Jurisdiction.within(duty.row().place()));
        model.addAttribute("duty", duty);
        model.addAttribute("own", own);
        model.addAttribute("mayWaive", !own && duty.row().state().isOwed());
        if (!model.containsAttribute("waive")) {
            model.addAttribute(
                    "waive", new WaiveForm(UUID.randomUUID(), "", duty.row().dueOn()));
        }
        if (!model.containsAttribute("withdrawal")) {
            model.addAttribute("withdrawal", new WithdrawForm(""));
        }
    }
}
