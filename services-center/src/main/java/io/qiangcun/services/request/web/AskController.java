package io.qiangcun.services.request.web;

import io.qiangcun.core.attachment.Upload;
import io.qiangcun.core.module.PublicPage;
import io.qiangcun.core.people.PhoneNumber;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.Uploads;
import io.qiangcun.services.answer.StandardAnswer;
import io.qiangcun.services.answer.StandardAnswers;
import io.qiangcun.services.hint.Hints;
import io.qiangcun.services.request.OpenRequest;
import io.qiangcun.services.request.Purpose;
import io.qiangcun.services.request.RequestChannel;
import io.qiangcun.services.request.RequestDoor;
import io.qiangcun.services.request.RequestId;
import io.qiangcun.services.request.RequestItems;
import io.qiangcun.services.request.RequestService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page on which anybody says what he needs, without an account. */
@Controller
@RequestMapping("/services/ask")
class AskController {

    /** The number stands in no address, and needs no cookie to be shown: sent again, it is the same request. */
    private static final String RECEIVED = "services/request/received";

    private final RequestDoor door;
    private final RequestItems items;
    private final Hints hints;
    private final StandardAnswers answers;

    AskController(RequestDoor door, RequestItems items, Hints hints, StandardAnswers answers) {
        this.door = door;
        this.items = items;
        this.hints = hints;
        this.answers = answers;
    }

    /** A township with its villages. */
    record PlaceGroup(String name, List<Option> places) {}

    @GetMapping
    String form(
            @RequestParam(defaultValue = "") String item, @RequestParam(defaultValue = "") String place, Model model) {
        var known = items.find(item);
        model.addAttribute(
                "form",
                new AskForm(
                        UUID.randomUUID().toString(),
                        known.isPresent() ? item : "",
                        Purpose.PROBLEM.name(),
                        "",
                        place,
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        ""));
        return page(item, model);
    }

    @PostMapping
    String ask(
            @Valid @ModelAttribute("form") AskForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<MultipartFile> photos,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (request.getAttribute(PublicPage.WAIT) instanceof Duration wait) {
            errors.reject("services.request.too-fast", new Object[] {wait.toSeconds() + 1}, "");
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return page(form.item(), model);
        }
        if (!form.website().isBlank()) {
            return RECEIVED;
        }
        var files = Uploads.sentWith(photos);
        var offered = errors.hasErrors() || !files.isEmpty() ? List.<StandardAnswer>of() : offered(form);
        if (!offered.isEmpty()) {
            model.addAttribute("offered", offered);
            return page(form.item(), model);
        }
        var sent = Submission.succeeds(errors, () -> {
            var received = received(form, files);
            model.addAttribute("receipt", received.receipt());
            model.addAttribute("tail", PhoneNumber.typed(form.phone()).tail());
            model.addAttribute("hidden", received.hidden());
            model.addAttribute("calls", received.urgent() ? hints.calls() : List.of());
        });
        if (sent) {
            return RECEIVED;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(form.item(), model);
    }

    /** What may answer his question at once. Photos cannot be shown to him again, so who sends some is not held up. */
    private List<StandardAnswer> offered(AskForm form) {
        var asks = form.seen().isEmpty()
                && form.item().isEmpty()
                && form.about().isEmpty()
                && purpose(form.purpose()) == Purpose.QUESTION;
        return asks ? answers.fitting(Typed.sent(PlaceCode::valueOf, form.place()), form.matter(), null) : List.of();
    }

    private RequestService.Received received(AskForm form, List<Upload> photos) {
        if (form.about().isEmpty()) {
            return door.ask(command(form), photos, !form.ordinary().isEmpty());
        }
        var about = form.about().equals(AskForm.ANOTHER) ? null : Typed.sent(PlaceCode::valueOf, form.about());
        return door.complain(command(form), about, photos);
    }

    private OpenRequest command(AskForm form) {
        var item = form.about().isEmpty() ? items.find(form.item()).orElse(null) : null;
        return new OpenRequest(
                Typed.sent(RequestId::valueOf, form.id()),
                Typed.sent(PlaceCode::valueOf, form.place()),
                !form.about().isEmpty()
                        ? Purpose.PETITION
                        : item != null ? Purpose.APPLICATION : purpose(form.purpose()),
                RequestChannel.WEB,
                item,
                Typed.text(form.matter()),
                !form.priority().isEmpty(),
                form.applicant().strip(),
                PhoneNumber.typed(form.phone()),
                null,
                null,
                false);
    }

    /** Without a service nobody applies: he asks, or says what troubles him. */
    static Purpose purpose(String typed) {
        return typed.equals(Purpose.QUESTION.name()) ? Purpose.QUESTION : Purpose.PROBLEM;
    }

    private String page(String item, Model model) {
        model.addAttribute("item", items.find(item).orElse(null));
        model.addAttribute("groups", groups());
        model.addAttribute("emergencies", String.join("|", hints.emergencies()));
        model.addAttribute("calls", hints.calls());
        return "services/request/ask";
    }

    private List<PlaceGroup> groups() {
        var groups = new ArrayList<PlaceGroup>();
        for (var place : door.places()) {
            var option = new Option(place.code().value(), place.name());
            if (place.code().kind() == PlaceKind.TOWNSHIP) {
                groups.add(new PlaceGroup(place.name(), new ArrayList<>(List.of(option))));
            } else if (!groups.isEmpty()) {
                groups.get(groups.size() - 1).places().add(option);
            }
        }
        return groups;
    }
}
