package io.qiangcun.services.request.web;

import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.module.PublicPage;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.Uploads;
import io.qiangcun.services.request.RequestDoor;
import io.qiangcun.services.request.RequestRatings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page on which whoever asked sees how it stands and answers. Neither number ever stands in an address. */
@Controller
@RequestMapping("/services/track")
class TrackController {

    private static final int LONGEST = 1000;
    private static final int LONGEST_RATING = 500;

    private final RequestDoor door;

    TrackController(RequestDoor door) {
        this.door = door;
    }

    @GetMapping
    String where() {
        return "services/request/track";
    }

    @PostMapping
    String show(
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String tail,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return isTooFast(request, response, model) ? again(receipt, tail, model) : page(receipt, tail, response, model);
    }

    @PostMapping("/supply")
    String supply(
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String tail,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable List<MultipartFile> photos,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var said = Typed.text(words);
        var files = Uploads.sentWith(photos);
        model.addAttribute("words", words);
        if (said.isEmpty() && files.isEmpty() || said.length() > LONGEST) {
            return problem("services.request.missing.supply", receipt, tail, response, model);
        }
        return act(receipt, tail, request, response, model, () -> door.supply(receipt, tail, said, files));
    }

    @PostMapping("/withdraw")
    String withdraw(
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String tail,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var said = Typed.text(reason);
        return act(
                receipt,
                tail,
                request,
                response,
                model,
                () -> door.withdraw(receipt, tail, said.substring(0, Math.min(said.length(), LONGEST))));
    }

    @PostMapping("/rate")
    String rate(
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String tail,
            @RequestParam(defaultValue = "") String stars,
            @RequestParam(defaultValue = "") String solved,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var said = Typed.text(words);
        model.addAttribute("words", words);
        if (!stars.matches("[1-5]") || !solved.matches("YES|NO") || said.length() > LONGEST_RATING) {
            return problem("services.rating.missing", receipt, tail, response, model);
        }
        var rating = new RequestRatings.Rating(Integer.parseInt(stars), solved.equals("YES"), said);
        return act(receipt, tail, request, response, model, () -> door.rate(receipt, tail, rating));
    }

    @PostMapping("/append")
    String append(
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String tail,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var said = Typed.text(words);
        model.addAttribute("words", words);
        if (said.isEmpty() || said.length() > LONGEST_RATING) {
            return problem("services.rating.missing-words", receipt, tail, response, model);
        }
        return act(receipt, tail, request, response, model, () -> door.append(receipt, tail, said));
    }

    private String act(
            String receipt,
            String tail,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            BooleanSupplier verb) {
        if (isTooFast(request, response, model)) {
            return again(receipt, tail, model);
        }
        try {
            if (verb.getAsBoolean()) {
                model.addAttribute("noted", true);
                model.addAttribute("words", "");
            }
            return page(receipt, tail, response, model);
        } catch (RuleViolated no) {
            model.addAttribute("arguments", no.arguments());
            return problem(no.messageKey(), receipt, tail, response, model);
        }
    }

    private String problem(String key, String receipt, String tail, HttpServletResponse response, Model model) {
        model.addAttribute("refused", key);
        var page = page(receipt, tail, response, model);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page;
    }

    private static boolean isTooFast(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (request.getAttribute(PublicPage.WAIT) instanceof Duration wait) {
            model.addAttribute("wait", wait.toSeconds() + 1);
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return true;
        }
        return false;
    }

    private String page(String receipt, String tail, HttpServletResponse response, Model model) {
        var shown = door.open(receipt, tail);
        if (shown.isEmpty()) {
            model.addAttribute("wrong", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return again(receipt, tail, model);
        }
        model.addAttribute("asked", shown.get());
        model.addAttribute("tail", tail);
        return "services/request/story";
    }

    private static String again(String receipt, String tail, Model model) {
        model.addAttribute("receipt", receipt);
        model.addAttribute("tail", tail);
        return "services/request/track";
    }
}
