package io.qiangcun.grid.gridevent.web;

import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.gridevent.EventRow;
import io.qiangcun.grid.gridevent.EventSlips;
import io.qiangcun.grid.gridevent.GridEventService.Satisfaction;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page for whom a matter concerns: no account, a slip. The code never stands in an address. */
@Controller
@RequestMapping("/grid/slip")
class EventSlipController {

    private static final int LONGEST = 500;

    private final EventSlips slips;

    EventSlipController(EventSlips slips) {
        this.slips = slips;
    }

    @GetMapping
    String ask() {
        return "grid/gridevent/ask";
    }

    @PostMapping
    String show(@RequestParam(defaultValue = "") String code, Model model, HttpServletResponse response) {
        return page(code, slips.open(code), model, response);
    }

    @PostMapping("/answer")
    String answer(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String solved,
            @RequestParam(defaultValue = "") String stars,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response) {
        if (!solved.matches("YES|NO")) {
            model.addAttribute("problem", "grid.event.missing.solved");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(code, slips.open(code), model, response);
        }
        var said = Typed.text(words);
        try {
            var shown = slips.answer(
                    code,
                    new Satisfaction(
                            solved.equals("YES"),
                            EventController.stars(stars),
                            said.substring(0, Math.min(said.length(), LONGEST))));
            model.addAttribute("answered", shown.isPresent());
            return page(code, shown, model, response);
        } catch (RuleViolated no) {
            model.addAttribute("problem", no.messageKey());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(code, slips.open(code), model, response);
        }
    }

    private static String page(String code, Optional<EventRow> shown, Model model, HttpServletResponse response) {
        if (shown.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("wrong", true);
            model.addAttribute("code", code);
            return "grid/gridevent/ask";
        }
        model.addAttribute("event", shown.get());
        model.addAttribute("code", code);
        return "grid/gridevent/own";
    }
}
