package io.qiangcun.grid.phone.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.attachment.AttachmentRefused;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Uploads;
import io.qiangcun.grid.gridevent.EventRules;
import io.qiangcun.grid.gridevent.GridEventQueries;
import io.qiangcun.grid.gridevent.GridEventService;
import io.qiangcun.grid.phone.CountWaiting;
import io.qiangcun.grid.phone.PhoneAuthorities;
import io.qiangcun.grid.phone.WaitingDevices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the phone: a report in four taps, and what became of the others. */
@Controller
@RequestMapping("/grid/phone")
class PhoneController {

    private static final String MAY_USE = "hasAuthority('" + PhoneAuthorities.USE_PHONE + "')";
    private static final int OWN_SHOWN = 10;

    private final GridEventService events;
    private final GridEventQueries queries;
    private final EventRules rules;
    private final WaitingDevices devices;
    private final PlaceTree places;
    private final PhoneProperties properties;
    private final Messages messages;
    private final Clock clock;

    PhoneController(
            GridEventService events,
            GridEventQueries queries,
            EventRules rules,
            WaitingDevices devices,
            PlaceTree places,
            PhoneProperties properties,
            Messages messages,
            Clock clock) {
        this.events = events;
        this.queries = queries;
        this.rules = rules;
        this.devices = devices;
        this.places = places;
        this.properties = properties;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(MAY_USE)
    String open(Jurisdiction jurisdiction, Actor actor, Model model) {
        model.addAttribute("form", PhoneForm.empty(jurisdiction.root()));
        return page(jurisdiction, actor, model);
    }

    /** What a device keeps for the time without a network: the same page for everybody, about nobody. */
    @GetMapping("/offline")
    @PreAuthorize(MAY_USE)
    String shell(Model model) {
        model.addAttribute("form", PhoneForm.blank());
        model.addAttribute("shell", true);
        model.addAttribute("offline", properties.offline());
        model.addAttribute("kindOptions", List.of());
        model.addAttribute("placeOptions", List.of());
        model.addAttribute("own", List.of());
        return "grid/phone/page";
    }

    @PostMapping
    @PreAuthorize(MAY_USE)
    String report(
            @Valid @ModelAttribute("form") PhoneForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var command = form.toCommand(errors);
        if (command.isPresent()) {
            try {
                var taken = events.report(jurisdiction, actor, command.get(), Uploads.sentWith(files));
                flash.addFlashAttribute("doneText", messages.get("grid.phone.done", taken.receipt()));
                return "redirect:/grid/phone";
            } catch (AttachmentRefused refused) {
                errors.reject(refused.messageKey(), refused.arguments(), refused.messageKey());
            } catch (RuleViolated refused) {
                FormErrors.reject(refused, errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(jurisdiction, actor, model);
    }

    /** How much waits on the device that asks, not what. */
    @PostMapping("/waiting")
    @PreAuthorize(MAY_USE)
    ResponseEntity<Void> waiting(@RequestBody Waiting said, Jurisdiction jurisdiction, Actor actor) {
        if (said.device() == null || said.waiting() < 0 || said.oldestSeconds() < 0) {
            return ResponseEntity.badRequest().build();
        }
        devices.count(
                jurisdiction,
                actor,
                new CountWaiting(said.device(), said.waiting(), Duration.ofSeconds(said.oldestSeconds())));
        return ResponseEntity.noContent().build();
    }

    private String page(Jurisdiction jurisdiction, Actor actor, Model model) {
        var today = LocalDate.now(clock);
        var kinds = rules.kinds(jurisdiction.root(), today);
        model.addAttribute("shell", false);
        model.addAttribute("offline", properties.offline());
        model.addAttribute("kinds", kinds);
        model.addAttribute(
                "kindOptions",
                kinds.tops().stream()
                        .map(kind -> new Option(kind.code(), kind.name()))
                        .toList());
        model.addAttribute("placeOptions", placeOptions(jurisdiction, today));
        model.addAttribute("own", queries.reportedBy(jurisdiction, actor, OWN_SHOWN));
        return "grid/phone/page";
    }

    /** The account's own place first, then what lies in it. */
    private List<Option> placeOptions(Jurisdiction jurisdiction, LocalDate today) {
        var own = places.path(jurisdiction.root()).stream().filter(place -> jurisdiction.covers(place.code()));
        var below = Stream.of(PlaceKind.values())
                .filter(level -> level.compareTo(jurisdiction.level()) > 0)
                .flatMap(level -> places.all(jurisdiction, level, today).stream());
        return Stream.concat(own, below)
                .map(place -> new Option(place.code().value(), place.name()))
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
    }

    /** @param oldestSeconds how long the oldest has waited */
    record Waiting(@Nullable UUID device, int waiting, long oldestSeconds) {}
}
