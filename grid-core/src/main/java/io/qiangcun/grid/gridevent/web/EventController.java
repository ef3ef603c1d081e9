package io.qiangcun.grid.gridevent.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.attachment.AttachmentOwner;
import io.qiangcun.core.attachment.AttachmentRefused;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.attachment.Upload;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.Uploads;
import io.qiangcun.grid.gridevent.Act;
import io.qiangcun.grid.gridevent.CallForHelp;
import io.qiangcun.grid.gridevent.EventAuthorities;
import io.qiangcun.grid.gridevent.EventCalls;
import io.qiangcun.grid.gridevent.EventOrigin;
import io.qiangcun.grid.gridevent.EventRules;
import io.qiangcun.grid.gridevent.EventSlips;
import io.qiangcun.grid.gridevent.ExclusiveChannel;
import io.qiangcun.grid.gridevent.GridConversation;
import io.qiangcun.grid.gridevent.GridEventId;
import io.qiangcun.grid.gridevent.GridEventNotFound;
import io.qiangcun.grid.gridevent.GridEventQueries;
import io.qiangcun.grid.gridevent.GridEventService;
import io.qiangcun.grid.gridevent.GridEventService.Satisfaction;
import io.qiangcun.grid.gridevent.GridEventView;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One grid event: what happened, who has it, and what the one who looks can do about it. */
@Controller
@RequestMapping("/grid/events/{id}")
class EventController {

    private static final String MAY_READ = "hasAuthority('" + EventAuthorities.READ_EVENTS + "')";
    private static final String MAY_ACT = "hasAuthority('" + EventAuthorities.ACT_ON_EVENTS + "')";
    private static final String MAY_DIRECT = "hasAuthority('" + EventAuthorities.DIRECT_EVENTS + "')";
    private static final int MOST_STARS = 5;

    private final GridEventService events;
    private final GridEventQueries queries;
    private final GridConversation conversation;
    private final EventCalls calls;
    private final EventSlips slips;
    private final EventRules rules;
    private final AttachmentService attachments;
    private final PlaceTree places;
    private final Messages messages;
    private final ObjectProvider<EventOrigin> origins;
    private final Clock clock;

    EventController(
            GridEventService events,
            GridEventQueries queries,
            GridConversation conversation,
            EventCalls calls,
            EventSlips slips,
            EventRules rules,
            AttachmentService attachments,
            PlaceTree places,
            Messages messages,
            ObjectProvider<EventOrigin> origins,
            Clock clock) {
        this.events = events;
        this.queries = queries;
        this.conversation = conversation;
        this.calls = calls;
        this.slips = slips;
        this.rules = rules;
        this.attachments = attachments;
        this.places = places;
        this.messages = messages;
        this.origins = origins;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(MAY_READ)
    String show(
            @PathVariable GridEventId id,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        var view = find(jurisdiction, me.actor(), id);
        model.addAttribute("form", ActForm.empty(view.version()));
        return page(view, jurisdiction, me, model);
    }

    /** What others may have changed while somebody looks. */
    @GetMapping("/talk")
    @PreAuthorize(MAY_READ)
    String talk(@PathVariable GridEventId id, Jurisdiction jurisdiction, Actor actor, Model model) {
        model.addAttribute("view", find(jurisdiction, actor, id));
        model.addAttribute("now", clock.instant());
        return "grid/gridevent/parts :: live";
    }

    @PostMapping("/messages")
    @PreAuthorize(MAY_ACT)
    String say(
            @PathVariable GridEventId id,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String words,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response) {
        var said = Typed.text(words);
        if (!said.isEmpty() && said.length() <= 500) {
            conversation.say(jurisdiction, me.actor(), id, Typed.sent(UUID::fromString, message), said);
            return "redirect:/grid/events/" + id + "#talk";
        }
        var view = find(jurisdiction, me.actor(), id);
        model.addAttribute("form", ActForm.empty(view.version()));
        model.addAttribute("said", words);
        model.addAttribute("sayProblem", said.isEmpty() ? "grid.event.missing.words" : "grid.event.words-too-long");
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(view, jurisdiction, me, model);
    }

    @PostMapping("/slip")
    @PreAuthorize(MAY_DIRECT)
    String slip(@PathVariable GridEventId id, Jurisdiction jurisdiction, Actor actor, Model model) {
        var view = find(jurisdiction, actor, id);
        var slip = slips.issue(jurisdiction, actor, id).orElseThrow(() -> new GridEventNotFound(id));
        model.addAttribute("view", view);
        model.addAttribute("slip", slip);
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/grid/slip")
                        .toUriString());
        return "grid/gridevent/slip";
    }

    @GetMapping("/acts/{act}")
    @PreAuthorize(MAY_ACT)
    String open(
            @PathVariable GridEventId id,
            @PathVariable Act act,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            RedirectAttributes flash) {
        var view = find(jurisdiction, me.actor(), id);
        if (!view.acts().contains(act)) {
            flash.addFlashAttribute("problem", "grid.event.refused.not-now");
            return "redirect:/grid/events/" + id;
        }
        model.addAttribute("form", ActForm.empty(view.version()));
        return form(view, act, jurisdiction, model);
    }

    @PostMapping("/acts/{act}")
    @PreAuthorize(MAY_ACT)
    String act(
            @PathVariable GridEventId id,
            @PathVariable Act act,
            @Valid @ModelAttribute("form") ActForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var view = find(jurisdiction, me.actor(), id);
        check(act, form, errors);
        if (succeeds(errors, () -> perform(jurisdiction, me.actor(), id, act, form, Uploads.sentWith(files)))) {
            flash.addFlashAttribute("done", "grid.event.done." + act);
            return "redirect:/grid/events/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(view, act, jurisdiction, model);
    }

    private static boolean succeeds(BindingResult errors, Runnable action) {
        try {
            return Submission.succeeds(errors, action);
        } catch (AttachmentRefused refused) {
            errors.reject(refused.messageKey(), refused.arguments(), refused.messageKey());
            return false;
        }
    }

    private static void check(Act act, ActForm form, BindingResult errors) {
        switch (act) {
            case ASSIGN -> required("place", form.place(), errors);
            case VERIFY -> {
                required("verdict", form.verdict(), errors);
                if (form.verdict().equals("NO")) {
                    required("note", form.note(), errors);
                }
            }
            case ANSWER -> required("verdict", form.verdict(), errors);
            case DONE, RETURN, ESCALATE, PAUSE, REOPEN, RESUME -> required("note", form.note(), errors);
            case EXTEND -> {
                required("amount", form.amount(), errors);
                required("note", form.note(), errors);
            }
            case WHISTLE -> {
                if (form.calledPlaces().isEmpty()) {
                    errors.rejectValue("called", "grid.event.missing.called");
                }
                required("note", form.note(), errors);
            }
            case MERGE -> required("other", form.other(), errors);
            case TRANSFER -> {
                required("channel", form.channel(), errors);
                required("note", form.note(), errors);
            }
            case ACCEPT, START -> {}
        }
    }

    private void perform(
            Jurisdiction jurisdiction, Actor actor, GridEventId id, Act act, ActForm form, List<Upload> photos) {
        long version = Typed.sent(Long::parseLong, form.version());
        var note = Typed.text(form.note());
        switch (act) {
            case ACCEPT -> events.accept(jurisdiction, actor, id, version);
            case ASSIGN ->
                events.assign(jurisdiction, actor, id, version, Typed.sent(PlaceCode::valueOf, form.place()), note);
            case START -> events.start(jurisdiction, actor, id, version);
            case DONE -> events.done(jurisdiction, actor, id, version, note, photos);
            case RETURN -> events.giveBack(jurisdiction, actor, id, version, note);
            case VERIFY -> {
                if (form.verdict().equals("YES")) {
                    events.verifyAndClose(jurisdiction, actor, id, version, note);
                } else {
                    events.rework(jurisdiction, actor, id, version, note);
                }
            }
            case ESCALATE -> events.escalate(jurisdiction, actor, id, version, note);
            case EXTEND ->
                events.extend(
                        jurisdiction,
                        actor,
                        id,
                        version,
                        Typed.sent(Integer::parseInt, form.amount().strip()),
                        note);
            case PAUSE -> events.pause(jurisdiction, actor, id, version, note);
            case RESUME -> events.resume(jurisdiction, actor, id, version, note);
            case WHISTLE ->
                events.whistle(
                        jurisdiction,
                        actor,
                        id,
                        version,
                        new CallForHelp(
                                form.calledPlaces().stream()
                                        .map(place -> Typed.sent(PlaceCode::valueOf, place))
                                        .toList(),
                                note,
                                form.isUrgent()));
            case MERGE ->
                events.merge(
                        jurisdiction, actor, id, version, form.other().strip().toUpperCase(Locale.ROOT));
            case TRANSFER ->
                events.transfer(
                        jurisdiction, actor, id, version, Typed.sent(ExclusiveChannel::valueOf, form.channel()), note);
            case REOPEN -> events.reopen(jurisdiction, actor, id, version, note);
            case ANSWER ->
                events.calledBack(
                        jurisdiction,
                        actor,
                        id,
                        version,
                        new Satisfaction(form.verdict().equals("YES"), stars(form.stars()), note));
        }
    }

    static @Nullable Integer stars(String typed) {
        return typed.matches("[1-5]") ? Integer.valueOf(typed) : null;
    }

    private static void required(String field, String text, BindingResult errors) {
        if (text.isBlank()) {
            errors.rejectValue(field, "grid.event.missing." + field);
        }
    }

    private String form(GridEventView view, Act act, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("act", act);
        model.addAttribute("kinds", rules.kinds(view.place(), LocalDate.now(clock)));
        choices(view, act, jurisdiction, model);
        return "grid/gridevent/act";
    }

    private String page(GridEventView view, Jurisdiction jurisdiction, SignedInAccount me, Model model) {
        var owner = new AttachmentOwner(GridEventService.ATTACHMENTS, view.id().value(), view.place());
        model.addAttribute("view", view);
        model.addAttribute("kinds", rules.kinds(view.place(), LocalDate.now(clock)));
        model.addAttribute("attachments", attachments.list(jurisdiction, owner));
        model.addAttribute("now", clock.instant());
        model.addAttribute("message", UUID.randomUUID());
        model.addAttribute(
                "origins",
                origins.stream()
                        .flatMap(origin -> origin.of(jurisdiction, view.id()).stream())
                        .toList());
        model.addAttribute("acts", me.may(EventAuthorities.ACT_ON_EVENTS));
        model.addAttribute("slips", me.may(EventAuthorities.DIRECT_EVENTS) && view.slipable());
        var next = view.next();
        model.addAttribute("act", next);
        if (next != null) {
            choices(view, next, jurisdiction, model);
        }
        return "grid/gridevent/show";
    }

    private void choices(GridEventView view, Act act, Jurisdiction jurisdiction, Model model) {
        switch (act) {
            case ASSIGN -> model.addAttribute("placeOptions", line(view, jurisdiction));
            case VERIFY -> model.addAttribute("verdictOptions", options("grid.event.verify.", Stream.of("YES", "NO")));
            case ANSWER -> {
                model.addAttribute("verdictOptions", options("grid.event.answer.", Stream.of("YES", "NO")));
                model.addAttribute(
                        "starOptions",
                        options(
                                "grid.event.stars.",
                                IntStream.iterate(MOST_STARS, star -> star > 0, star -> star - 1)
                                        .mapToObj(Integer::toString)));
            }
            case TRANSFER ->
                model.addAttribute(
                        "channelOptions",
                        options(
                                "grid.event.exclusive.",
                                Stream.of(ExclusiveChannel.values()).map(Enum::name)));
            case WHISTLE ->
                model.addAttribute(
                        "calledOptions",
                        calls.departments(view.place()).stream()
                                .map(department -> new Option(department.placeCode(), department.name()))
                                .toList());
            default -> {}
        }
    }

    /** Own place first: who can do it himself need not look further. */
    private List<Option> line(GridEventView view, Jurisdiction jurisdiction) {
        var line = new LinkedHashSet<Option>();
        places.path(view.place()).stream()
                .filter(place ->
                        jurisdiction.covers(place.code()) && place.code().kind().compareTo(PlaceKind.COUNTY) >= 0)
                .forEach(place -> line.add(new Option(place.code().value(), place.name())));
        Stream.of(view.whole(), view.place())
                .filter(place -> jurisdiction.covers(place) && place.kind().compareTo(PlaceKind.COUNTY) > 0)
                .flatMap(place -> places.children(jurisdiction, place, LocalDate.now(clock)).stream())
                .forEach(place -> line.add(new Option(place.code().value(), place.name())));
        return List.copyOf(line);
    }

    private List<Option> options(String prefix, Stream<String> values) {
        return values.map(value -> new Option(value, messages.get(prefix + value)))
                .toList();
    }

    private GridEventView find(Jurisdiction jurisdiction, Actor actor, GridEventId id) {
        return queries.view(jurisdiction, actor, id).orElseThrow(() -> new GridEventNotFound(id));
    }
}
