package io.qiangcun.grid.number.web;

import static java.util.stream.Collectors.groupingBy;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.grid.GridAuthorities;
import io.qiangcun.grid.number.GridNumber;
import io.qiangcun.grid.number.GridNumbers;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

/** The numbers of grids with what they rest on: open to everybody who reads grids, a county sets its own. */
@Controller
@RequestMapping("/grid/numbers")
@PreAuthorize("hasAuthority('" + GridAuthorities.READ_GRIDS + "')")
class GridNumberController {

    private final GridNumbers numbers;
    private final Messages messages;
    private final Clock clock;

    GridNumberController(GridNumbers numbers, Messages messages, Clock clock) {
        this.numbers = numbers;
        this.messages = messages;
        this.clock = clock;
    }

    /** What the numbers are about, in the order of the page; a code says it after its first point. */
    enum Subject {
        NETWORK,
        EVENT,
        INCIDENT,
        BROADCAST,
        SHOP,
        OTHERS;

        static Subject of(GridNumber number) {
            return Arrays.stream(values())
                    .filter(subject ->
                            number.code().startsWith("grid." + subject.name().toLowerCase(Locale.ROOT) + "."))
                    .findFirst()
                    .orElse(OTHERS);
        }
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        model.addAttribute(
                "subjects",
                numbers.inForce(jurisdiction).stream()
                        .collect(groupingBy(Subject::of, () -> new EnumMap<>(Subject.class), Collectors.toList())));
        return "grid/number/list";
    }

    @GetMapping("/export")
    void export(Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        Spreadsheet.<GridNumber>named(messages.get("grid.number.title"), numbers.inForce(jurisdiction))
                .column(messages.get("grid.number.field.what"), number -> messages.get(number.titleKey()))
                .column(messages.get("grid.number.field.amount"), GridNumber::amount)
                .column(messages.get("grid.number.field.basis"), GridNumber::source)
                .column(messages.get("grid.number.field.validFrom"), GridNumber::validFrom)
                .writeTo(response);
    }

    @GetMapping("/{code}")
    String show(@PathVariable String code, Jurisdiction jurisdiction, Model model) {
        return page(numbers.history(jurisdiction, code), model);
    }

    @PostMapping("/{code}")
    String set(
            @PathVariable String code,
            @Valid @ModelAttribute("form") GridNumberForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var history = numbers.history(jurisdiction, code);
        var command = form.toCommand(code, errors);
        if (command.isPresent() && Submission.succeeds(errors, () -> numbers.set(jurisdiction, actor, command.get()))) {
            flash.addFlashAttribute("done", "grid.number.done");
            flash.addAttribute("code", code);
            return "redirect:/grid/numbers/{code}";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", true);
        return page(history, model);
    }

    private String page(List<GridNumber> history, Model model) {
        var today = LocalDate.now(clock);
        var counting = history.stream()
                .filter(version -> version.countsOn(today))
                .sorted(Comparator.comparing(GridNumber::own)
                        .thenComparing(GridNumber::validFrom)
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
            model.addAttribute("form", GridNumberForm.of(present));
        }
        return "grid/number/show";
    }
}
