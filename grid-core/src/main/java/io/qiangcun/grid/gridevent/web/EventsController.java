package io.qiangcun.grid.gridevent.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.attachment.AttachmentRefused;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Uploads;
import io.qiangcun.grid.gridevent.EventAuthorities;
import io.qiangcun.grid.gridevent.EventKinds;
import io.qiangcun.grid.gridevent.EventRow;
import io.qiangcun.grid.gridevent.EventRules;
import io.qiangcun.grid.gridevent.EventState;
import io.qiangcun.grid.gridevent.GridEventQueries;
import io.qiangcun.grid.gridevent.GridEventService;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of grid events and the form that reports one. */
@Controller
@RequestMapping("/grid/events")
class EventsController {

    private static final String MAY_READ = "hasAuthority('" + EventAuthorities.READ_EVENTS + "')";
    private static final String MAY_REPORT = "hasAuthority('" + EventAuthorities.REPORT_EVENTS + "')";

    private final GridEventService events;
    private final GridEventQueries queries;
    private final EventRules rules;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    EventsController(
            GridEventService events,
            GridEventQueries queries,
            EventRules rules,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.events = events;
        this.queries = queries;
        this.rules = rules;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(MAY_READ)
    String list(
            EventListFilter filter,
            Pageable page,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("events", queries.list(jurisdiction, me.actor(), filter.toFilter(), page));
        model.addAttribute("counts", queries.counts(jurisdiction, me.actor()));
        model.addAttribute("kinds", kinds(jurisdiction.root()));
        model.addAttribute("states", EventState.values());
        model.addAttribute("now", clock.instant());
        model.addAttribute("reports", me.may(EventAuthorities.REPORT_EVENTS));
        model.addAttribute("takesOver", me.may(EventAuthorities.TAKE_OVER_EVENTS));
        model.addAttribute(
                "places",
                jurisdiction.level() == PlaceKind.MICRO_GRID
                        ? List.of()
                        : places.children(jurisdiction, jurisdiction.root(), LocalDate.now(clock)));
        return "grid/gridevent/list";
    }

    /** Who has how much on his hands, and how late. */
    @GetMapping("/board")
    @PreAuthorize(MAY_READ)
    String board(Jurisdiction jurisdiction, Actor actor, Model model) {
        model.addAttribute("rows", queries.board(jurisdiction, actor));
        model.addAttribute("now", clock.instant());
        return "grid/gridevent/board";
    }

    @GetMapping("/export")
    @PreAuthorize(MAY_READ)
    void export(EventListFilter filter, Jurisdiction jurisdiction, Actor actor, HttpServletResponse response) {
        var kinds = kinds(jurisdiction.root());
        queries.read(jurisdiction, actor, filter.toFilter(), rows -> write(kinds, rows, response));
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_REPORT)
    String open(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", ReportForm.empty(jurisdiction.root()));
        return form(jurisdiction, model);
    }

    /** With what is written down elsewhere already; sent, not linked, so that it stands in no address. */
    @PostMapping("/new")
    @PreAuthorize(MAY_REPORT)
    String begin(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String content,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("form", ReportForm.begun(place, content));
        return form(jurisdiction, model);
    }

    @PostMapping
    @PreAuthorize(MAY_REPORT)
    String report(
            @Valid @ModelAttribute("form") ReportForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var command = form.toCommand(errors);
        if (command.isPresent()) {
            var asked = command.get();
            var alike = form.isSure()
                    ? List.<EventRow>of()
                    : queries.alike(jurisdiction, actor, asked.place(), asked.kind(), asked.point()).stream()
                            .filter(row -> !row.eventId().equals(asked.id().value()))
                            .toList();
            if (alike.isEmpty()) {
                try {
                    var taken = events.report(jurisdiction, actor, asked, Uploads.sentWith(files));
                    flash.addFlashAttribute("doneText", messages.get("grid.event.done.reported", taken.receipt()));
                    return "redirect:/grid/events/" + taken.id();
                } catch (AttachmentRefused refused) {
                    errors.reject(refused.messageKey(), refused.arguments(), refused.messageKey());
                } catch (RuleViolated refused) {
                    FormErrors.reject(refused, errors);
                }
            }
            model.addAttribute("alike", alike);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(jurisdiction, model);
    }

    private String form(Jurisdiction jurisdiction, Model model) {
        var today = LocalDate.now(clock);
        var kinds = kinds(jurisdiction.root());
        model.addAttribute("kinds", kinds);
        model.addAttribute(
                "kindOptions",
                kinds.all().stream()
                        .map(kind -> new Option(kind.code(), kinds.name(kind.code())))
                        .toList());
        var nodes = new ArrayList<PlaceNode>();
        if (jurisdiction.level().compareTo(PlaceKind.TOWNSHIP) >= 0) {
            nodes.addAll(places.path(jurisdiction.root()).stream()
                    .filter(place -> jurisdiction.covers(place.code()))
                    .toList());
            Stream.of(PlaceKind.values())
                    .filter(level -> level.compareTo(jurisdiction.level()) > 0)
                    .forEach(level -> nodes.addAll(places.all(jurisdiction, level, today)));
        } else {
            nodes.addAll(places.all(jurisdiction, PlaceKind.TOWNSHIP, today));
        }
        model.addAttribute("placeOptions", PlaceChoices.of(nodes));
        return "grid/gridevent/report";
    }

    private EventKinds kinds(PlaceCode place) {
        return rules.kinds(place, LocalDate.now(clock));
    }

    private void write(EventKinds kinds, Iterable<EventRow> rows, HttpServletResponse response) {
        try {
            Spreadsheet.<EventRow>named(messages.get("grid.event.list.title"), rows)
                    .column(field("receipt"), EventRow::receipt)
                    .column(field("kind"), row -> kinds.name(row.kind()))
                    .column(field("place"), EventRow::placeName)
                    .column(field("content"), EventRow::content)
                    .column(field("spot"), EventRow::spot)
                    .column(field("state"), row -> messages.get(row.state().messageKey()))
                    .column(field("reportedAt"), EventRow::reportedAt)
                    .column(field("reportedBy"), EventRow::reportedPerson)
                    .column(field("holder"), EventRow::holderName)
                    .column(field("heldSince"), EventRow::heldSince)
                    .column(field("dueAt"), EventRow::dueAt)
                    .column(field("closedAt"), EventRow::closedAt)
                    .column(field("solved"), row -> messages.get("grid.event.solved." + row.solved()))
                    .writeTo(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String field(String field) {
        return messages.get("grid.event.field." + field);
    }
}
