package io.qiangcun.services.feedback.web;

import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.module.PublicPage;
import io.qiangcun.core.people.PhoneNumber;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.services.feedback.FeedbackDoor;
import io.qiangcun.services.feedback.FeedbackId;
import io.qiangcun.services.feedback.SendFeedback;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which anybody says what is wrong with the software or the work; every page leads to it. */
@Controller
@RequestMapping("/services/feedback")
class FeedbackController {

    /** The number stands in no address and needs no session; sent again, it is the same opinion. */
    private static final String RECEIVED = "services/feedback/received";

    private final FeedbackDoor door;

    FeedbackController(FeedbackDoor door) {
        this.door = door;
    }

    @GetMapping
    String form(@ModelAttribute("back") String back, Model model) {
        var account = account();
        var counties = door.counties();
        var county = account != null
                ? account.place().county().value()
                : counties.size() == 1 ? counties.get(0).code().value() : "";
        model.addAttribute(
                "form",
                new FeedbackForm(
                        UUID.randomUUID().toString(), county, "", back.replaceAll("[?#].*", ""), "", "", "", ""));
        return page(counties, model);
    }

    @PostMapping
    String send(
            @Valid @ModelAttribute("form") FeedbackForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (request.getAttribute(PublicPage.WAIT) instanceof Duration wait) {
            errors.reject("services.request.too-fast", new Object[] {wait.toSeconds() + 1}, "");
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return page(model);
        }
        if (!form.website().isBlank()) {
            return RECEIVED;
        }
        if (Submission.succeeds(errors, () -> model.addAttribute("receipt", door.send(command(form))))) {
            return RECEIVED;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model);
    }

    @GetMapping("/track")
    String where() {
        return "services/feedback/track";
    }

    @PostMapping("/track")
    String track(
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String tail,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("receipt", receipt);
        model.addAttribute("tail", tail);
        if (request.getAttribute(PublicPage.WAIT) instanceof Duration wait) {
            model.addAttribute("wait", wait.toSeconds() + 1);
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return where();
        }
        var told = door.open(receipt, tail);
        if (told.isEmpty()) {
            model.addAttribute("wrong", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        told.ifPresent(found -> model.addAttribute("told", found));
        return where();
    }

    /** You said, we did. */
    @GetMapping("/answers")
    String answers(Model model) {
        model.addAttribute("released", door.released());
        return "services/feedback/answers";
    }

    private SendFeedback command(FeedbackForm form) {
        var account = account();
        var county = account != null ? account.place().county() : Typed.sent(PlaceCode::valueOf, form.county());
        return new SendFeedback(
                Typed.sent(FeedbackId::valueOf, form.id()),
                county,
                form.kind(),
                form.page(),
                Typed.text(form.words()),
                form.phone().isBlank() ? null : PhoneNumber.typed(form.phone()),
                account != null && form.unknown().isEmpty() ? account.actor() : null);
    }

    private String page(Model model) {
        return page(door.counties(), model);
    }

    private String page(List<PlaceNode> counties, Model model) {
        model.addAttribute("signedIn", account() != null);
        model.addAttribute(
                "counties",
                counties.stream()
                        .map(county -> new Option(county.code().value(), county.name()))
                        .toList());
        model.addAttribute(
                "kinds",
                door.kinds().stream()
                        .map(kind -> new Option(kind.code(), kind.name()))
                        .toList());
        return "services/feedback/form";
    }

    private static @Nullable SignedInAccount account() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInAccount account
                ? account
                : null;
    }
}
