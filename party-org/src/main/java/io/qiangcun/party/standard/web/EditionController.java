package io.qiangcun.party.standard.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.standard.CheckNotFound;
import io.qiangcun.party.standard.Edition;
import io.qiangcun.party.standard.Standards;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A standard with its items and editions; a county decides about its own. */
@Controller
@RequestMapping("/party/standards/editions/{code}")
class EditionController {

    private static final String MAY_SET = "hasAuthority('" + PartyAuthorities.SET_STANDARDS + "')";

    private final Standards standards;
    private final Messages messages;
    private final Clock clock;

    EditionController(Standards standards, Messages messages, Clock clock) {
        this.standards = standards;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String code, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("edition", find(jurisdiction, code));
        model.addAttribute("history", standards.history(jurisdiction, code));
        return "party/standard/edition";
    }

    @GetMapping("/edit")
    @PreAuthorize(MAY_SET)
    String open(@PathVariable String code, Jurisdiction jurisdiction, Model model) {
        var edition = find(jurisdiction, code);
        model.addAttribute("form", EditionForm.of(edition, LocalDate.now(clock).plusDays(1)));
        return page(edition, model);
    }

    @PostMapping
    @PreAuthorize(MAY_SET)
    String decide(
            @PathVariable String code,
            @ModelAttribute("form") EditionForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var edition = find(jurisdiction, code);
        var command = form.toCommand(code, errors);
        if (command.isPresent()) {
            try {
                standards.decide(jurisdiction, actor, command.get());
                flash.addFlashAttribute("done", "party.standard.done.set");
                return "redirect:/party/standards/editions/" + code;
            } catch (RuleViolated refused) {
                FormErrors.reject(refused, errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(edition, model);
    }

    private String page(Edition edition, Model model) {
        model.addAttribute("edition", edition);
        model.addAttribute(
                "questions",
                standards.questions().stream()
                        .map(question -> new Option(question, messages.get("party.standard.question." + question)))
                        .toList());
        return "party/standard/edit";
    }

    private Edition find(Jurisdiction jurisdiction, String code) {
        return standards.latest(jurisdiction, code).orElseThrow(() -> new CheckNotFound(code));
    }
}
