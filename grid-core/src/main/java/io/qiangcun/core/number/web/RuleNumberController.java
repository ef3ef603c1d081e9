package io.qiangcun.core.number.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.number.NumberAuthorities;
import io.qiangcun.core.number.NumberSubject;
import io.qiangcun.core.number.RuleNumber;
import io.qiangcun.core.number.RuleNumbers;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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

/** The numbers of rules with what they rest on: open to everybody who works with them, a county sets its own. */
@Controller
@RequestMapping("/core/numbers")
@PreAuthorize("hasAuthority('" + NumberAuthorities.READ + "')")
class RuleNumberController {

    private final RuleNumbers numbers;
    private final List<NumberSubject> subjects;
    private final Messages messages;
    private final Clock clock;

    RuleNumberController(RuleNumbers numbers, List<NumberSubject> subjects, Messages messages, Clock clock) {
        this.numbers = numbers;
        this.subjects = subjects;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        var known = subjects.stream()
                .sorted(Comparator.comparing(NumberSubject::order))
                .toList();
        var grouped = new LinkedHashMap<NumberSubject, List<RuleNumber>>();
        known.forEach(subject -> grouped.put(subject, new ArrayList<>()));
        numbers.inForce(jurisdiction).forEach(number -> known.stream()
                .max(Comparator.comparing(subject -> subject.knows(number.code())))
                .map(grouped::get)
                .orElseThrow()
                .add(number));
        grouped.values().removeIf(List::isEmpty);
        model.addAttribute("subjects", grouped);
        return "core/number/list";
    }

    @GetMapping("/export")
    void export(Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        Spreadsheet.<RuleNumber>named(messages.get("core.number.title"), numbers.inForce(jurisdiction))
                .column(messages.get("core.number.field.what"), number -> messages.get(number.titleKey()))
                .column(messages.get("core.number.field.amount"), RuleNumber::amount)
                .column(messages.get("core.number.field.basis"), RuleNumber::cited)
                .column(messages.get("core.number.field.wording"), RuleNumber::wording)
                .column(messages.get("core.number.field.validFrom"), RuleNumber::validFrom)
                .writeTo(response);
    }

    @GetMapping("/{code}")
    String show(@PathVariable String code, Jurisdiction jurisdiction, Model model) {
        return page(numbers.history(jurisdiction, code), model);
    }

    @PostMapping("/{code}")
    String set(
            @PathVariable String code,
            @Valid @ModelAttribute("form") RuleNumberForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var history = numbers.history(jurisdiction, code);
        var command = form.toCommand(code, errors);
        if (command.isPresent() && Submission.succeeds(errors, () -> numbers.set(jurisdiction, actor, command.get()))) {
            flash.addFlashAttribute("done", "core.number.done");
            flash.addAttribute("code", code);
            return "redirect:/core/numbers/{code}";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", true);
        return page(history, model);
    }

    private String page(List<RuleNumber> history, Model model) {
        var today = LocalDate.now(clock);
        var counting = history.stream()
                .filter(version -> version.countsOn(today))
                .sorted(Comparator.comparing(RuleNumber::own)
                        .thenComparing(RuleNumber::validFrom)
                        .reversed())
                .toList();
        var present = counting.get(0);
        model.addAttribute("history", history);
        model.addAttribute("present", present);
        model.addAttribute(
                "general",
                counting.stream().filter(version -> !version.own()).findFirst().orElse(present));
        model.addAttribute("today", today);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", RuleNumberForm.of(present));
        }
        return "core/number/show";
    }
}
