package io.qiangcun.economy.doubt.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.doubt.Doubt;
import io.qiangcun.economy.doubt.DoubtId;
import io.qiangcun.economy.doubt.DoubtNotFound;
import io.qiangcun.economy.doubt.Doubts;
import io.qiangcun.economy.doubt.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
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

/** What wants to be explained, and what was said. */
@Controller
@RequestMapping("/economy/doubts")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_DOUBTS + "')")
class DoubtsController {

    private static final int ANSWERED = 50;

    private final Doubts doubts;
    private final Messages messages;

    DoubtsController(Doubts doubts, Messages messages) {
        this.doubts = doubts;
        this.messages = messages;
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("isCounty", jurisdiction.level() == PlaceKind.COUNTY);
        model.addAttribute("open", doubts.open(jurisdiction));
        model.addAttribute("answered", doubts.answered(jurisdiction, ANSWERED));
        return "economy/doubt/list";
    }

    @GetMapping("/export")
    void export(Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        Spreadsheet.<Doubt>named(
                        messages.get("economy.doubt.title"),
                        Stream.concat(
                                        doubts.open(jurisdiction).stream(),
                                        doubts.answered(jurisdiction, Integer.MAX_VALUE).stream())
                                .toList())
                .column(messages.get("place.township"), Doubt::townshipName)
                .column(messages.get("place.village"), Doubt::placeName)
                .column(field("book"), Doubt::bookName)
                .column(field("kind"), doubt -> messages.get("economy.doubt.kind." + doubt.kind()))
                .column(field("day"), Doubt::day)
                .column(field("amount"), Doubt::amount)
                .column(field("words"), Doubt::words)
                .column(field("other"), Doubt::otherSummary)
                .column(
                        field("outcome"),
                        doubt -> doubt.isAnswered() ? messages.get("economy.doubt.outcome." + doubt.outcome()) : null)
                .column(field("answer"), Doubt::answer)
                .column(field("by"), Doubt::recordedByPerson)
                .writeTo(response);
    }

    /** What came of it. */
    record AnswerForm(
            @NotBlank(message = "{economy.doubt.missing.outcome}")
            String outcome,

            @NotBlank(message = "{economy.doubt.missing.words}") @Size(max = 500)
            String words) {

        AnswerForm {
            outcome = Objects.requireNonNullElse(outcome, "");
            words = Objects.requireNonNullElse(words, "");
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable DoubtId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", new AnswerForm("", ""));
        return page(find(jurisdiction, id), model);
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.ANSWER_DOUBTS + "')")
    String answer(
            @PathVariable DoubtId id,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        var doubt = find(jurisdiction, id);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(doubt, model);
        }
        doubts.answer(jurisdiction, actor, id, Typed.sent(Outcome::valueOf, form.outcome()), Typed.text(form.words()));
        flash.addFlashAttribute("done", "economy.doubt.done.answered");
        return "redirect:/economy/doubts";
    }

    private String page(Doubt doubt, Model model) {
        model.addAttribute("doubt", doubt);
        model.addAttribute(
                "outcomes",
                Arrays.stream(Outcome.values())
                        .map(outcome -> new Option(outcome.name(), messages.get("economy.doubt.outcome." + outcome)))
                        .toList());
        return "economy/doubt/show";
    }

    private Doubt find(Jurisdiction jurisdiction, DoubtId id) {
        return doubts.find(jurisdiction, id).orElseThrow(() -> new DoubtNotFound(id));
    }

    private String field(String field) {
        return messages.get("economy.doubt.field." + field);
    }
}
