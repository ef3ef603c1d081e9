package io.qiangcun.grid.network.web;

import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PersonFilter;
import io.qiangcun.core.people.PersonState;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.GridAuthorities;
import io.qiangcun.grid.network.GridNotFound;
import io.qiangcun.grid.network.GridQueries;
import io.qiangcun.grid.network.GridService;
import io.qiangcun.grid.network.GridView;
import io.qiangcun.grid.network.WorkerId;
import io.qiangcun.grid.network.WorkerNotFound;
import io.qiangcun.grid.network.WorkerPost;
import io.qiangcun.grid.network.WorkerRow;
import io.qiangcun.grid.network.WorkerSource;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.data.domain.Pageable;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works in a grid: proposed by the village, agreed to by the level above. */
@Controller
class WorkerController {

    private static final String MAY_STAFF = "hasAuthority('" + GridAuthorities.STAFF_GRIDS + "')";
    private static final String MAY_VET = "hasAuthority('" + GridAuthorities.VET_WORKERS + "')";
    private static final int MOST_CANDIDATES = 2000;

    private final GridQueries queries;
    private final GridService grids;
    private final PeopleQueries people;
    private final Messages messages;
    private final Clock clock;

    WorkerController(GridQueries queries, GridService grids, PeopleQueries people, Messages messages, Clock clock) {
        this.queries = queries;
        this.grids = grids;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    /** Everybody who waits to be agreed to. */
    @GetMapping("/grid/workers/pending")
    @PreAuthorize(MAY_VET)
    String pending(Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("workers", queries.pending(jurisdiction, page));
        return "grid/network/pending";
    }

    @GetMapping("/grid/network/{place:[0-9]+}/workers/new")
    @PreAuthorize(MAY_STAFF)
    String proposing(@PathVariable PlaceCode place, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", WorkerForm.empty(LocalDate.now(clock)));
        return proposingPage(place, jurisdiction, model);
    }

    @PostMapping("/grid/network/{place:[0-9]+}/workers")
    @PreAuthorize(MAY_STAFF)
    String propose(
            @PathVariable PlaceCode place,
            @ModelAttribute("form") WorkerForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        find(jurisdiction, place);
        var command = form.toCommand(place, errors);
        if (command.isPresent()
                && Submission.succeeds(errors, () -> grids.propose(jurisdiction, me.actor(), command.get()))) {
            flash.addFlashAttribute("done", "grid.network.done.proposed");
            return "redirect:/grid/network/" + place;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return proposingPage(place, jurisdiction, model);
    }

    @GetMapping("/grid/network/{place:[0-9]+}/workers/{worker}/vet")
    @PreAuthorize(MAY_VET)
    String vetting(
            @PathVariable PlaceCode place, @PathVariable WorkerId worker, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", VetForm.of(find(jurisdiction, place, worker).version()));
        return workerPage("grid/network/vet", place, worker, jurisdiction, model);
    }

    @PostMapping("/grid/network/{place:[0-9]+}/workers/{worker}/vet")
    @PreAuthorize(MAY_VET)
    String vet(
            @PathVariable PlaceCode place,
            @PathVariable WorkerId worker,
            @ModelAttribute("form") VetForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        find(jurisdiction, place, worker);
        if (form.passed().isBlank()) {
            errors.rejectValue("passed", "grid.network.missing.passed");
        }
        if (Submission.succeeds(
                errors,
                () -> grids.vet(
                        jurisdiction,
                        me.actor(),
                        worker,
                        Typed.sent(Long::parseLong, form.version()),
                        Boolean.parseBoolean(form.passed()),
                        Typed.text(form.note())))) {
            flash.addFlashAttribute("done", "grid.network.done.vetted");
            return "redirect:/grid/network/" + place;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return workerPage("grid/network/vet", place, worker, jurisdiction, model);
    }

    @GetMapping("/grid/network/{place:[0-9]+}/workers/{worker}/end")
    @PreAuthorize(MAY_STAFF)
    String ending(
            @PathVariable PlaceCode place, @PathVariable WorkerId worker, Jurisdiction jurisdiction, Model model) {
        model.addAttribute(
                "form", EndGridForm.of(find(jurisdiction, place, worker).version(), LocalDate.now(clock)));
        return workerPage("grid/network/dismiss", place, worker, jurisdiction, model);
    }

    @PostMapping("/grid/network/{place:[0-9]+}/workers/{worker}/end")
    @PreAuthorize(MAY_STAFF)
    String end(
            @PathVariable PlaceCode place,
            @PathVariable WorkerId worker,
            @ModelAttribute("form") EndGridForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        find(jurisdiction, place, worker);
        form.requireReason(errors);
        var day = form.day(errors);
        if (day.isPresent()
                && Submission.succeeds(
                        errors,
                        () -> grids.end(
                                jurisdiction,
                                worker,
                                Typed.sent(Long::parseLong, form.version()),
                                day.get(),
                                Typed.text(form.reason())))) {
            flash.addFlashAttribute("done", "grid.network.done.dismissed");
            return "redirect:/grid/network/" + place;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return workerPage("grid/network/dismiss", place, worker, jurisdiction, model);
    }

    private String proposingPage(PlaceCode place, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("grid", find(jurisdiction, place));
        model.addAttribute("candidates", candidates(place, jurisdiction));
        model.addAttribute(
                "posts",
                Arrays.stream(WorkerPost.values())
                        .map(post -> new Option(post.name(), messages.get(post.messageKey())))
                        .toList());
        model.addAttribute(
                "sources",
                Arrays.stream(WorkerSource.values())
                        .map(source -> new Option(source.name(), messages.get(source.messageKey())))
                        .toList());
        return "grid/network/propose";
    }

    /** Everybody of the village. */
    private List<Option> candidates(PlaceCode place, Jurisdiction jurisdiction) {
        var village = new PlaceCode(place.value().substring(0, PlaceKind.VILLAGE.digits()));
        return people
                .list(
                        jurisdiction.narrowedTo(village),
                        new PersonFilter(null, null, null, PersonState.HERE),
                        Pageable.ofSize(MOST_CANDIDATES))
                .stream()
                .map(person -> new Option(person.personId().toString(), person.name() + " " + person.bornOn()))
                .toList();
    }

    private String workerPage(
            String template, PlaceCode place, WorkerId worker, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("grid", find(jurisdiction, place));
        model.addAttribute("worker", find(jurisdiction, place, worker));
        model.addAttribute(
                "passing",
                List.of(
                        new Option("true", messages.get("grid.network.vetting.PASSED")),
                        new Option("false", messages.get("grid.network.vetting.REFUSED"))));
        return template;
    }

    private GridView find(Jurisdiction jurisdiction, PlaceCode place) {
        return queries.find(jurisdiction, place).orElseThrow(() -> new GridNotFound(place));
    }

    private WorkerRow find(Jurisdiction jurisdiction, PlaceCode place, WorkerId id) {
        return find(jurisdiction, place).workers().stream()
                .filter(worker -> worker.workerId().equals(id.value()))
                .findFirst()
                .orElseThrow(() -> new WorkerNotFound(id));
    }
}
