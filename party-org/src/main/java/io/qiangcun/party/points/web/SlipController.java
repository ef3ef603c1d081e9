package io.qiangcun.party.points.web;

import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.points.EntryId;
import io.qiangcun.party.points.MemberSlips;
import io.qiangcun.party.points.MemberSlips.OwnView;
import io.qiangcun.party.points.ObjectionId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page for members: they have no account, they have a slip. The code never stands in an address, where histories and
 * logs would keep it; each page is the answer to a form.
 */
@Controller
@RequestMapping("/party/slip")
class SlipController {

    private final MemberSlips slips;

    SlipController(MemberSlips slips) {
        this.slips = slips;
    }

    @GetMapping
    String ask() {
        return "party/points/ask";
    }

    @PostMapping
    String show(@RequestParam(defaultValue = "") String code, Model model, HttpServletResponse response) {
        return page(code, slips.open(code), model, response);
    }

    @PostMapping("/appeal")
    String appeal(
            @ModelAttribute("form") AppealForm form, BindingResult errors, Model model, HttpServletResponse response) {
        if (form.content().isBlank()) {
            errors.rejectValue("content", "party.points.missing.content");
        } else {
            try {
                var shown = slips.appeal(
                        form.code(),
                        Typed.sent(ObjectionId::valueOf, form.id()),
                        Typed.sent(EntryId::valueOf, form.entry()),
                        Typed.text(form.content()));
                model.addAttribute("appealed", shown.isPresent());
                return page(form.code(), shown, model, response);
            } catch (RuleViolated no) {
                FormErrors.reject(no, errors);
            }
        }
        model.addAttribute("problem", form);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(form.code(), slips.open(form.code()), model, response);
    }

    private static String page(String code, Optional<OwnView> shown, Model model, HttpServletResponse response) {
        if (shown.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("wrong", true);
            model.addAttribute("code", code);
            return "party/points/ask";
        }
        model.addAttribute("own", shown.get());
        model.addAttribute("code", code);
        model.addAttribute(
                "ids",
                shown.get().points().entries().stream()
                        .map(entry -> ObjectionId.next())
                        .toList());
        return "party/points/own";
    }
}
