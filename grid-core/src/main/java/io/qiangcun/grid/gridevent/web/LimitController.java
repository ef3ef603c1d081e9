package io.qiangcun.grid.gridevent.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.calendar.Pace;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.grid.gridevent.CountyLimits;
import io.qiangcun.grid.gridevent.CountyLimits.KindRow;
import io.qiangcun.grid.gridevent.EventAuthorities;
import io.qiangcun.grid.gridevent.Level;
import io.qiangcun.grid.gridevent.LimitVersion;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The kinds of events and how much time there is for each, with what that rests on; a county sets its own. */
@Controller
@RequestMapping("/grid/limits")
@PreAuthorize("hasAuthority('" + EventAuthorities.READ_EVENTS + "')")
class LimitController {

    /** In an address, all kinds. */
    private static final String ALL = "all";

    private final CountyLimits limits;
    private final Messages messages;
    private final Clock clock;

    LimitController(CountyLimits limits, Messages messages, Clock clock) {
        this.limits = limits;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A kind with its limit at every level.
     *
     * @param address of its page; of the first level only
     */
    record Row(String address, KindRow kind, List<Cell> cells) {}

    /** @param inherited from a more general kind */
    record Cell(LimitVersion limit, boolean inherited) {}

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        var versions = limits.versions(jurisdiction);
        model.addAttribute("levels", Level.values());
        model.addAttribute(
                "rows",
                Stream.concat(
                                Stream.of(all()),
                                limits.kinds(jurisdiction).stream().filter(KindRow::isTop))
                        .map(kind -> row(kind, versions))
                        .toList());
        return "grid/gridevent/limits";
    }

    @GetMapping("/export")
    void export(Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        var versions = limits.versions(jurisdiction);
        var sheet = Spreadsheet.<Row>named(
                        messages.get("grid.limit.title"),
                        Stream.concat(Stream.of(all()), limits.kinds(jurisdiction).stream())
                                .map(kind -> row(kind, versions))
                                .toList())
                .column(messages.get("grid.limit.field.code"), row -> row.kind().code())
                .column(messages.get("grid.limit.field.kind"), row -> row.kind().name());
        for (var level : Level.values()) {
            sheet.column(
                    messages.get(level.messageKey()), row -> words(row.cells().get(level.ordinal())));
        }
        sheet.column(messages.get("grid.limit.field.basis"), row -> row.kind().basisSource())
                .writeTo(response);
    }

    @GetMapping("/{group}")
    String show(@PathVariable String group, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", LimitForm.about(codeOf(group)));
        return page(group, jurisdiction, model);
    }

    @PostMapping("/{group}")
    @PreAuthorize("hasAuthority('" + EventAuthorities.DEFINE_EVENTS + "')")
    String set(
            @PathVariable String group,
            @Valid @ModelAttribute("form") LimitForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var command = form.toCommand(codeOf(group), errors);
        if (command.isPresent() && Submission.succeeds(errors, () -> limits.set(jurisdiction, actor, command.get()))) {
            flash.addFlashAttribute("done", "grid.limit.done");
            flash.addAttribute("group", group);
            return "redirect:/grid/limits/{group}";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(group, jurisdiction, model);
    }

    private String page(String group, Jurisdiction jurisdiction, Model model) {
        var code = codeOf(group);
        var versions = limits.versions(jurisdiction);
        var kinds = code.isEmpty()
                ? List.of(all())
                : limits.kinds(jurisdiction).stream()
                        .filter(kind -> kind.code().startsWith(code))
                        .toList();
        if (kinds.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("group", group);
        model.addAttribute("kind", kinds.get(0));
        model.addAttribute("levels", Level.values());
        model.addAttribute(
                "rows", kinds.stream().map(kind -> row(kind, versions)).toList());
        model.addAttribute(
                "history",
                versions.stream()
                        .filter(version -> code.isEmpty()
                                ? version.kind().isEmpty()
                                : version.kind().startsWith(code))
                        .toList());
        model.addAttribute("today", today());
        model.addAttribute(
                "kindOptions",
                kinds.stream().map(kind -> new Option(kind.code(), kind.name())).toList());
        model.addAttribute(
                "levelOptions",
                Arrays.stream(Level.values())
                        .map(level -> new Option(level.name(), messages.get(level.messageKey())))
                        .toList());
        model.addAttribute(
                "paceOptions",
                Arrays.stream(Pace.values())
                        .map(pace -> new Option(pace.name(), messages.get("grid.limit.pace." + pace)))
                        .toList());
        return "grid/gridevent/limit";
    }

    private Row row(KindRow kind, List<LimitVersion> versions) {
        var cells = new ArrayList<Cell>();
        for (var level : Level.values()) {
            var limit = CountyLimits.inForce(versions, level, kind.code(), today());
            cells.add(new Cell(limit, !limit.kind().equals(kind.code())));
        }
        return new Row(kind.code().isEmpty() ? ALL : kind.code(), kind, cells);
    }

    private String words(Cell cell) {
        return messages.get(cell.limit().paceKey(), cell.limit().amount());
    }

    private KindRow all() {
        return new KindRow("", messages.get("grid.limit.all-kinds"), false, false, "");
    }

    private static String codeOf(String group) {
        if (!group.equals(ALL) && !group.matches("\\d\\d")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return group.equals(ALL) ? "" : group;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
