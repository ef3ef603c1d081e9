package io.qiangcun.services.mode.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Submission;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.mode.ModePart;
import io.qiangcun.services.mode.ModePosition;
import io.qiangcun.services.mode.WorkingMode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The working mode as a diagram, and the form that fills it in. */
@Controller
@RequestMapping("/services/mode")
@PreAuthorize("hasAuthority('" + ServicesAuthorities.READ_CENTRES + "')")
class ModeController {

    private static final String MAY_WORD = "hasAuthority('" + ServicesAuthorities.OVERSEE_CENTRES + "')";
    private static final int SPARE = 3;
    private static final int LONGEST_LABEL = 20;
    private static final int LONGEST_EXPLANATION = 120;

    private final WorkingMode mode;
    private final CurrentAccount account;

    ModeController(WorkingMode mode, CurrentAccount account) {
        this.mode = mode;
        this.account = account;
    }

    /** Parts line by line, as they are typed: the fixed ones, then as many others as there are lines. */
    record ModeForm(List<String> labels, List<String> explanations) {

        ModeForm {
            labels = given(labels);
            explanations = given(explanations);
        }

        private static List<String> given(@Nullable List<String> typed) {
            return typed == null
                    ? List.of()
                    : typed.stream()
                            .map(text -> Objects.requireNonNullElse(text, ""))
                            .toList();
        }

        public String label(int at) {
            return at < labels.size() ? labels.get(at).strip() : "";
        }

        public String explanation(int at) {
            return at < explanations.size() ? explanations.get(at).strip() : "";
        }

        /** Which position each line fills, in the order of the positions. */
        public List<Line> lines() {
            var lines = new ArrayList<Line>();
            for (var position : ModePosition.values()) {
                var room =
                        position.isOpen() ? Math.min(labels.size() - lines.size(), position.room()) : position.room();
                for (var number = 1; number <= room; number++) {
                    lines.add(new Line(lines.size(), position, number));
                }
            }
            return lines;
        }
    }

    /** One line of the form. */
    record Line(int at, ModePosition position, int number) {}

    @GetMapping
    String show(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("columns", mode.columns(jurisdiction));
        model.addAttribute("words", account.may(ServicesAuthorities.OVERSEE_CENTRES));
        return "services/mode/show";
    }

    @GetMapping("/edit")
    @PreAuthorize(MAY_WORD)
    String edit(Jurisdiction jurisdiction, Model model) {
        var labels = new ArrayList<String>();
        var explanations = new ArrayList<String>();
        mode.columns(jurisdiction).forEach(column -> column.parts().forEach(part -> {
            labels.add(part.label());
            explanations.add(part.explanation());
        }));
        for (var at = 0; at < SPARE; at++) {
            labels.add("");
            explanations.add("");
        }
        model.addAttribute("form", new ModeForm(labels, explanations));
        return "services/mode/edit";
    }

    @PostMapping("/edit")
    @PreAuthorize(MAY_WORD)
    String word(
            @ModelAttribute("form") ModeForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var numbers = new EnumMap<ModePosition, Integer>(ModePosition.class);
        var parts = new ArrayList<ModePart>();
        for (var line : form.lines()) {
            var label = form.label(line.at());
            var explanation = form.explanation(line.at());
            if (label.isEmpty() && !explanation.isEmpty()) {
                errors.rejectValue("labels", "services.mode.refused.no-label");
            } else if (label.length() > LONGEST_LABEL || explanation.length() > LONGEST_EXPLANATION) {
                errors.rejectValue(
                        "labels",
                        "services.mode.refused.too-long",
                        new Object[] {LONGEST_LABEL, LONGEST_EXPLANATION},
                        null);
            } else if (!label.isEmpty()) {
                // the open position is filled from its beginning, the others where they are
                var number = line.position().isOpen() ? numbers.merge(line.position(), 1, Integer::sum) : line.number();
                parts.add(new ModePart(line.position(), number, label, explanation));
            }
        }
        if (!Submission.succeeds(errors, () -> mode.word(jurisdiction, actor, parts))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "services/mode/edit";
        }
        flash.addFlashAttribute("done", "services.mode.done.worded");
        return "redirect:/services/mode";
    }
}
