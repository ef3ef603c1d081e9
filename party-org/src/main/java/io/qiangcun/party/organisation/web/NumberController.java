package io.qiangcun.party.organisation.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.PartyNumber;
import io.qiangcun.party.organisation.PartyNumbers;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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

/** The numbers of rules with what they rest on: open to everybody who reads organisations, a county sets its own. */
@Controller
@RequestMapping("/party/numbers")
@PreAuthorize("hasAuthority('" + PartyAuthorities.READ_ORGANISATIONS + "')")
class NumberController {

    private final PartyNumbers numbers;
    private final Messages messages;
    private final Clock clock;

    NumberController(PartyNumbers numbers, Messages messages, Clock clock) {
        this.numbers = numbers;
        this.messages = messages;
        this.clock = clock;
    }

    /** What the numbers are about, in the order of the page. */
    enum Subject {
        MEMBERS("party.member.", "party.young-member"),
        BRANCHES("party.branch"),
        TERMS("party.term"),
        POSTS("party.post."),
        POINTS("party.points"),
        RATINGS("party.rating"),
        STANDARDS("party.standard"),
        SCREENING("party.screening"),
        OTHERS("");

        private final List<String> beginnings;

        Subject(String... beginnings) {
            this.beginnings = List.of(beginnings);
        }

        static Subject of(PartyNumber number) {
            return Arrays.stream(values())
                    .filter(subject -> subject.beginnings.stream().anyMatch(number.code()::startsWith))
                    .findFirst()
                    .orElse(OTHERS);
        }
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        var subjects = new LinkedHashMap<Subject, List<PartyNumber>>();
        Arrays.stream(Subject.values()).forEach(subject -> subjects.put(subject, new ArrayList<>()));
        numbers.inForce(jurisdiction)
                .forEach(number -> subjects.computeIfAbsent(Subject.of(number), subject -> new ArrayList<>())
                        .add(number));
        subjects.values().removeIf(List::isEmpty);
        model.addAttribute("subjects", subjects);
        return "party/organisation/numbers";
    }

    @GetMapping("/export")
    void export(Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        Spreadsheet.<PartyNumber>named(messages.get("party.number.title"), numbers.inForce(jurisdiction))
                .column(messages.get("party.number.field.what"), number -> messages.get(number.titleKey()))
                .column(messages.get("party.number.field.amount"), PartyNumber::amount)
                .column(
                        messages.get("party.number.field.basis"),
                        number -> number.basisSource() + number.basisArticle())
                .column(messages.get("party.number.field.text"), PartyNumber::basisText)
                .column(messages.get("party.number.field.validFrom"), PartyNumber::validFrom)
                .writeTo(response);
    }

    @GetMapping("/{code}")
    String show(@PathVariable String code, Jurisdiction jurisdiction, Model model) {
        return page(numbers.history(jurisdiction, code), model);
    }

    @PostMapping("/{code}")
    String set(
            @PathVariable String code,
            @Valid @ModelAttribute("form") NumberForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var history = numbers.history(jurisdiction, code);
        var command = form.toCommand(code, errors);
        if (command.isPresent() && Submission.succeeds(errors, () -> numbers.set(jurisdiction, actor, command.get()))) {
            flash.addFlashAttribute("done", "party.number.done");
            flash.addAttribute("code", code);
            return "redirect:/party/numbers/{code}";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", true);
        return page(history, model);
    }

    private String page(List<PartyNumber> history, Model model) {
        var today = LocalDate.now(clock);
        var counting = history.stream()
                .filter(version -> version.countsOn(today))
                .sorted(Comparator.comparing(PartyNumber::own).reversed())
                .toList();
        var present = counting.get(0);
        model.addAttribute("history", history);
        model.addAttribute("present", present);
        model.addAttribute("general", counting.get(counting.size() - 1));
        model.addAttribute("today", today);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", NumberForm.of(present));
        }
        return "party/organisation/number";
    }
}
