package io.qiangcun.core.warning.web;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.warning.HolderLevel;
import io.qiangcun.core.warning.WarningId;
import io.qiangcun.core.warning.WarningLevel;
import io.qiangcun.core.warning.WarningQueries;
import io.qiangcun.core.warning.WarningRow;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.core.warning.WarningService;
import io.qiangcun.core.warning.WarningStatus;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of warnings: who needs help first, urging many at once, the same rows as a workbook. */
@Controller
@RequestMapping("/core/warnings")
class WarningController {

    private final WarningQueries warnings;
    private final WarningService service;
    private final PlaceTree places;
    private final List<String> rules;
    private final Messages messages;
    private final Clock clock;

    WarningController(
            WarningQueries warnings,
            WarningService service,
            PlaceTree places,
            ObjectProvider<WarningRule> rules,
            Messages messages,
            Clock clock) {
        this.warnings = warnings;
        this.service = service;
        this.places = places;
        this.rules = rules.orderedStream().map(WarningRule::code).toList();
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(@ModelAttribute("filter") WarningListForm filter, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("urge", UrgeManyForm.empty());
        return page(filter, jurisdiction, model);
    }

    @PostMapping("/urge")
    String urge(
            @Valid @ModelAttribute("urge") UrgeManyForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean all,
            @ModelAttribute("filter") WarningListForm filter,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        var chosen = errors.hasFieldErrors("ticked") || errors.hasFieldErrors("shown")
                ? List.<WarningId>of()
                : form.chosen(all);
        if (chosen.isEmpty()) {
            errors.reject("core.warning.form.none-chosen", messages.get("core.warning.form.none-chosen"));
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(filter, jurisdiction, model);
        }
        var urged = service.urge(jurisdiction, chosen, form.urgeNote().strip(), form.batch(), actor);
        flash.addFlashAttribute(
                "doneText",
                urged == chosen.size()
                        ? messages.get("core.warning.done.urged", urged)
                        : messages.get("core.warning.done.urged-some", urged, chosen.size() - urged));
        filter.parameters().forEach(flash::addAttribute);
        return "redirect:/core/warnings";
    }

    @GetMapping("/export")
    void export(
            @ModelAttribute("filter") WarningListForm filter, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var rows = warnings.list(jurisdiction, filter.toFilter(), Pageable.unpaged());
        Spreadsheet.named(messages.get("core.warning.list.title") + " " + LocalDate.now(clock), rows)
                .column(
                        messages.get("core.warning.column.level"),
                        row -> messages.get("core.warning.level." + row.level()))
                .column(messages.get("core.warning.column.matter"), this::findingOf)
                .column(messages.get("core.warning.column.township"), WarningRow::townshipName)
                .column(messages.get("core.warning.column.place"), WarningRow::placeName)
                .column(messages.get("core.warning.column.rule"), row -> messages.get(row.ruleTitleKey()))
                .column(messages.get("core.warning.column.due"), WarningRow::dueOn)
                .column(messages.get("core.warning.column.overdue-days"), row -> Math.max(0, row.workingDays()))
                .column(messages.get("core.warning.column.holder"), WarningRow::holderName)
                .column(
                        messages.get("core.warning.column.status"),
                        row -> messages.get("core.warning.status." + row.status()))
                .column(messages.get("core.warning.column.expected"), WarningRow::expectedOn)
                .column(messages.get("core.warning.column.urges"), WarningRow::urges)
                .column(messages.get("core.warning.column.urge-note"), WarningRow::urgeNote)
                .column(messages.get("core.warning.column.ended"), WarningRow::endedOn)
                .writeTo(response);
    }

    private String page(WarningListForm filter, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("warnings", warnings.list(jurisdiction, filter.toFilter(), filter.toPage()));
        var counts = warnings.openByLevel(jurisdiction);
        model.addAttribute(
                "counts",
                Arrays.stream(WarningLevel.values())
                        .collect(toMap(Enum::name, level -> counts.getOrDefault(level, 0L))));
        model.addAttribute("places", placesBelow(jurisdiction));
        model.addAttribute("atCounty", isAbove(jurisdiction, PlaceKind.TOWNSHIP));
        model.addAttribute("supervises", isAbove(jurisdiction, PlaceKind.VILLAGE));
        model.addAttribute("ownPlace", jurisdiction.root());
        model.addAttribute("levels", options("core.warning.level.", (Object[]) WarningLevel.values()));
        model.addAttribute(
                "statuses",
                options(
                        "core.warning.status.",
                        Arrays.stream(WarningStatus.values())
                                .filter(WarningStatus::isOpen)
                                .toArray()));
        model.addAttribute("holders", options("core.warning.holder.", (Object[]) HolderLevel.values()));
        model.addAttribute(
                "rules",
                rules.stream()
                        .map(rule -> new Option(rule, messages.get(rule + ".title")))
                        .toList());
        return "core/warning/list";
    }

    private List<PlaceNode> placesBelow(Jurisdiction jurisdiction) {
        return isAbove(jurisdiction, PlaceKind.VILLAGE)
                ? places.children(jurisdiction, jurisdiction.root(), LocalDate.now(clock))
                : List.of();
    }

    private List<Option> options(String prefix, Object... values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.toString(), messages.get(prefix + value)))
                .toList();
    }

    private String findingOf(WarningRow row) {
        return messages.get(row.findingKey(), row.titleArguments());
    }

    private static boolean isAbove(Jurisdiction jurisdiction, PlaceKind kind) {
        return jurisdiction.level().digits() < kind.digits();
    }
}
