package io.qiangcun.services.request.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.attachment.AttachmentId;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.people.PhoneNumber;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.FileAnswer;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.Uploads;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.answer.StandardAnswers;
import io.qiangcun.services.hint.HintKind;
import io.qiangcun.services.hint.Hints;
import io.qiangcun.services.request.OpenRequest;
import io.qiangcun.services.request.Outcome;
import io.qiangcun.services.request.PetitionReviews;
import io.qiangcun.services.request.Purpose;
import io.qiangcun.services.request.RequestAct;
import io.qiangcun.services.request.RequestChannel;
import io.qiangcun.services.request.RequestGrid;
import io.qiangcun.services.request.RequestId;
import io.qiangcun.services.request.RequestItems;
import io.qiangcun.services.request.RequestNotFound;
import io.qiangcun.services.request.RequestPhotos;
import io.qiangcun.services.request.RequestQueries;
import io.qiangcun.services.request.RequestService;
import io.qiangcun.services.request.RequestService.Received;
import io.qiangcun.services.request.RequestState;
import io.qiangcun.services.request.ToGrid;
import io.qiangcun.services.request.WaitingFor;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
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

/** One request: what was asked, how it stands, and what can be done about it. */
@Controller
@RequestMapping("/services/requests")
class RequestController {

    private static final String MAY_READ = "hasAuthority('" + ServicesAuthorities.READ_REQUESTS + "')";
    private static final String MAY_ACT = "hasAuthority('" + ServicesAuthorities.ACT_ON_REQUESTS + "')";
    private static final String MAY_RECORD = "hasAuthority('" + ServicesAuthorities.RECORD_REQUESTS + "')";

    private final RequestQueries queries;
    private final RequestService requests;
    private final RequestGrid grid;
    private final Hints hints;
    private final StandardAnswers answers;
    private final RequestItems items;
    private final PlacesOfChoice places;
    private final RequestPhotos photos;
    private final PetitionReviews reviews;
    private final Messages messages;

    RequestController(
            RequestQueries queries,
            RequestService requests,
            RequestGrid grid,
            Hints hints,
            StandardAnswers answers,
            RequestItems items,
            PlacesOfChoice places,
            RequestPhotos photos,
            PetitionReviews reviews,
            Messages messages) {
        this.queries = queries;
        this.requests = requests;
        this.grid = grid;
        this.hints = hints;
        this.answers = answers;
        this.items = items;
        this.places = places;
        this.photos = photos;
        this.reviews = reviews;
        this.messages = messages;
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_RECORD)
    String form(@RequestParam(defaultValue = "") String item, Jurisdiction jurisdiction, Model model) {
        model.addAttribute(
                "form",
                new RecordForm(
                        UUID.randomUUID().toString(),
                        RequestChannel.COUNTER.name(),
                        item,
                        Purpose.PROBLEM.name(),
                        "",
                        jurisdiction.root().value(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        ""));
        return edit(jurisdiction, model);
    }

    @PostMapping("/new")
    @PreAuthorize(MAY_RECORD)
    String write(
            @Valid @ModelAttribute("form") RecordForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<MultipartFile> photos,
            Jurisdiction jurisdiction,
            Actor actor,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        var agent = form.channel().equals(RequestChannel.AGENT.name());
        if (agent && form.agentBasis().isBlank()) {
            errors.rejectValue("agentBasis", "services.request.missing.agent-basis");
        }
        if (agent && form.agentName().isBlank() && form.agentIsMe().isEmpty()) {
            errors.rejectValue("agentName", "services.request.missing.agent-name");
        }
        var received = new ArrayList<Received>();
        var written = Submission.succeeds(
                errors,
                () -> received.add(
                        requests.record(jurisdiction, actor, command(form, agent, actor), Uploads.sentWith(photos))));
        if (!written) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return edit(jurisdiction, model);
        }
        flash.addFlashAttribute(
                "doneText",
                messages.get("services.request.recorded", received.get(0).receipt()));
        // a grid worker writes down what he hears; the centre deals with it
        return jurisdiction.level().compareTo(PlaceKind.VILLAGE) > 0
                ? "redirect:/services/requests/new"
                : "redirect:/services/requests/" + form.id();
    }

    private OpenRequest command(RecordForm form, boolean agent, Actor actor) {
        var item = items.find(form.item()).orElse(null);
        var isMe = agent && !form.agentIsMe().isEmpty();
        return new OpenRequest(
                Typed.sent(RequestId::valueOf, form.id()),
                Typed.sent(PlaceCode::valueOf, form.place()),
                item != null ? Purpose.APPLICATION : AskController.purpose(form.purpose()),
                Typed.sent(RequestChannel::valueOf, form.channel()),
                item,
                Typed.text(form.matter()),
                !form.priority().isEmpty(),
                form.applicant().strip(),
                PhoneNumber.typed(form.phone()),
                agent ? isMe ? actor.holder() : form.agentName().strip() : null,
                agent ? Typed.text(form.agentBasis()) : null,
                isMe);
    }

    private String edit(Jurisdiction jurisdiction, Model model) {
        var known = jurisdiction.level().compareTo(PlaceKind.VILLAGE) > 0
                ? List.<Option>of()
                : places.in(jurisdiction).stream()
                        .map(place -> new Option(place.code().value(), place.fullName()))
                        .toList();
        model.addAttribute("places", known);
        model.addAttribute("items", items.offered());
        model.addAttribute(
                "channels",
                Stream.of(RequestChannel.COUNTER, RequestChannel.PHONE, RequestChannel.AGENT)
                        .map(channel -> new Option(channel.name(), messages.get(channel.messageKey())))
                        .toList());
        return "services/request/new";
    }

    @GetMapping("/{id}")
    @PreAuthorize(MAY_READ)
    String show(@PathVariable RequestId id, Jurisdiction jurisdiction, Actor actor, Model model) {
        model.addAttribute("form", ActForm.empty());
        return page(jurisdiction, actor, id, model);
    }

    @PostMapping("/{id}")
    @PreAuthorize(MAY_ACT)
    String act(
            @PathVariable RequestId id,
            @ModelAttribute("form") ActForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        if (queries.view(jurisdiction, actor, id).isEmpty()) {
            throw new RequestNotFound(id);
        }
        var act = Typed.sent(RequestAct::valueOf, form.act());
        try {
            act(jurisdiction, actor, id, act, form, errors);
        } catch (RuleViolated no) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", messages.get(no.messageKey(), no.arguments()));
            return page(jurisdiction, actor, id, model);
        }
        flash.addFlashAttribute("doneText", messages.get("services.request.done", messages.get(act.messageKey())));
        if (queries.view(jurisdiction, actor, id).isEmpty()) {
            return "redirect:/services/inbox";
        }
        return "redirect:/services/requests/" + id;
    }

    private void act(
            Jurisdiction jurisdiction, Actor actor, RequestId id, RequestAct act, ActForm form, BindingResult errors) {
        var version = act == RequestAct.CLAIM ? 0 : Typed.sent(Long::valueOf, form.version());
        var note = Typed.text(form.note());
        switch (act) {
            case CLAIM -> requests.claim(jurisdiction, actor, id);
            case RELEASE -> requests.release(jurisdiction, actor, id, version);
            case HAND_OVER ->
                requests.handOver(jurisdiction, actor, id, version, Typed.sent(PlaceCode::valueOf, form.place()), note);
            case EXPLAIN -> requests.explain(jurisdiction, actor, id, version, note);
            case CONFIRM -> requests.confirm(jurisdiction, actor, id, version, note);
            case DECLINE -> requests.decline(jurisdiction, actor, id, version, note);
            case PETITION ->
                requests.treatAsPetition(
                        jurisdiction,
                        actor,
                        id,
                        version,
                        form.place().isEmpty() ? null : Typed.sent(PlaceCode::valueOf, form.place()),
                        note);
            case HAND_TO_GRID ->
                grid.handOver(
                        jurisdiction,
                        actor,
                        id,
                        version,
                        new ToGrid(
                                Typed.sent(PlaceCode::valueOf, form.place()),
                                form.kind(),
                                !form.urgent().isEmpty(),
                                note));
            case HAND_BACK -> requests.handBack(jurisdiction, actor, id, version, note);
            case SUPPLEMENT -> requests.askForSupplement(jurisdiction, actor, id, version, note);
            case SUPPLIED -> requests.supplied(jurisdiction, actor, id, version, note);
            case ACCEPT -> requests.accept(jurisdiction, actor, id, version);
            case REFUSE -> requests.refuse(jurisdiction, actor, id, version, note);
            case START -> requests.start(jurisdiction, actor, id, version);
            case PAUSE ->
                requests.pause(jurisdiction, actor, id, version, Typed.sent(WaitingFor::valueOf, form.waiting()), note);
            case RESUME -> requests.resume(jurisdiction, actor, id, version, note);
            case EXTEND -> {
                var days = Typed.count("days", form.days(), errors);
                requests.extend(jurisdiction, actor, id, version, days == null ? 0 : days, note);
            }
            case DECIDE ->
                requests.decide(
                        jurisdiction,
                        actor,
                        id,
                        version,
                        Typed.sent(Outcome::valueOf, form.outcome()),
                        note,
                        !form.handedOut().isEmpty());
            case DELIVER -> requests.deliver(jurisdiction, actor, id, version, note);
            case ANSWER ->
                requests.answer(
                        jurisdiction,
                        actor,
                        id,
                        version,
                        note,
                        form.standard().isEmpty() ? null : Typed.sent(UUID::fromString, form.standard()));
            case APPLY, GRID_BACK, GRID_AGAIN, WITHDRAW, RATE, APPEND, ARCHIVE -> throw new RequestNotFound(id);
        }
    }

    /** Puts a standard answer into the form, behind what was typed; nothing is done yet. */
    @PostMapping("/{id}/standard")
    @PreAuthorize(MAY_ACT)
    String startFrom(
            @PathVariable RequestId id,
            @RequestParam(defaultValue = "") String use,
            @ModelAttribute("form") ActForm form,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model) {
        var request = queries.view(jurisdiction, actor, id).orElseThrow(() -> new RequestNotFound(id));
        answers.find(new PlaceCode(request.placeCode()), Typed.sent(UUID::fromString, use))
                .ifPresent(answer -> model.addAttribute("form", form.startingFrom(answer)));
        return page(jurisdiction, actor, id, model);
    }

    /** A review of a petition is asked for, or its opinion given. */
    @PostMapping("/{id}/review")
    @PreAuthorize(MAY_ACT)
    String review(
            @PathVariable RequestId id,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String words,
            Jurisdiction jurisdiction,
            Actor actor,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        try {
            if (step.equals("DECIDE")) {
                reviews.decide(jurisdiction, actor, id, Typed.text(words));
            } else {
                reviews.ask(jurisdiction, actor, id, Typed.text(words));
            }
        } catch (RuleViolated no) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("form", ActForm.empty());
            model.addAttribute("refused", messages.get(no.messageKey(), no.arguments()));
            model.addAttribute("words", words);
            return page(jurisdiction, actor, id, model);
        }
        flash.addFlashAttribute("done", "services.petition.noted");
        return "redirect:/services/requests/" + id;
    }

    /** For a department that has it and else sees nothing of the place; whoever lies in line opens them as all files. */
    @GetMapping("/{id}/photos/{photo}")
    @PreAuthorize(MAY_READ)
    ResponseEntity<Resource> photo(
            @PathVariable RequestId id,
            @PathVariable AttachmentId photo,
            @RequestParam(defaultValue = "false") boolean small,
            Jurisdiction jurisdiction,
            Actor actor) {
        var request = queries.view(jurisdiction, actor, id).orElseThrow(() -> new RequestNotFound(id));
        var file = photos.find(jurisdiction, request, photo, small).orElseThrow(() -> new RequestNotFound(id));
        return FileAnswer.toReader(file, small);
    }

    /** The number is in the answer to this request and nowhere else. */
    @PostMapping("/{id}/reveal")
    @PreAuthorize(MAY_ACT)
    String reveal(
            @PathVariable RequestId id,
            @RequestParam(defaultValue = "") String reason,
            Jurisdiction jurisdiction,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("form", ActForm.empty());
        var page = page(jurisdiction, actor, id, model);
        try {
            model.addAttribute(
                    "phone",
                    requests.reveal(jurisdiction, actor, id, Typed.text(reason)).value());
        } catch (RuleViolated no) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", messages.get(no.messageKey(), no.arguments()));
        }
        return page;
    }

    private String page(Jurisdiction jurisdiction, Actor actor, RequestId id, Model model) {
        var request = queries.view(jurisdiction, actor, id).orElseThrow(() -> new RequestNotFound(id));
        model.addAttribute("asked", request);
        var place = new PlaceCode(request.placeCode());
        model.addAttribute("attachments", photos.list(jurisdiction, request));
        model.addAttribute("photosByRequest", photos.isOutside(jurisdiction, request));
        if (request.acts().contains(RequestAct.HAND_OVER)) {
            model.addAttribute("targets", queries.targets(jurisdiction, place));
        }
        if (request.acts().contains(RequestAct.ANSWER)) {
            model.addAttribute("answers", answers.fitting(place, request.matter(), request.itemCode()));
        }
        if (request.acts().contains(RequestAct.HAND_TO_GRID)) {
            model.addAttribute("kinds", grid.kinds(place));
            model.addAttribute("spots", grid.spots(jurisdiction, place));
        }
        if (request.acts().contains(RequestAct.PETITION)) {
            model.addAttribute("hints", hints.in(place, HintKind.PETITION, request.matter()));
            model.addAttribute("line", queries.line(place));
        }
        if (request.purpose() == Purpose.PETITION) {
            model.addAttribute("petition", queries.petition(jurisdiction, id).orElse(null));
            var next = reviews.next(jurisdiction, id).orElse(null);
            model.addAttribute("reviews", reviews.of(jurisdiction, id));
            model.addAttribute("nextReview", next);
            model.addAttribute("here", jurisdiction.root().value());
        }
        if (request.acts().contains(RequestAct.CONFIRM)) {
            model.addAttribute(
                    "explanation", queries.explanation(jurisdiction, id).orElse(""));
        }
        if (request.state() == RequestState.ARCHIVED) {
            model.addAttribute("keptUntil", queries.keptUntil(request));
        }
        var events = grid.told(jurisdiction, actor, id);
        model.addAttribute("events", events);
        model.addAttribute("course", RequestGrid.course(request.story(), events));
        model.addAttribute(
                "outcomes",
                Arrays.stream(Outcome.values())
                        .filter(outcome -> outcome != Outcome.ANSWERED && outcome != Outcome.UNREASONABLE)
                        .toList());
        model.addAttribute("waitings", WaitingFor.values());
        return "services/request/show";
    }
}
