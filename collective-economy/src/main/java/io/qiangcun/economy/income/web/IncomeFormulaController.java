package io.qiangcun.economy.income.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.income.IncomeFormulas;
import io.qiangcun.economy.income.IncomeKind;
import io.qiangcun.economy.income.IncomeQueries;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
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

/** What counts as which income, since when and by whose word. */
@Controller
@RequestMapping("/economy/income-formulas")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_INCOME + "')")
class IncomeFormulaController {

    private static final String MAY_DEFINE = "hasAuthority('" + EconomyAuthorities.DEFINE_INCOME + "')";

    private final IncomeQueries queries;
    private final IncomeFormulas formulas;
    private final Messages messages;
    private final Clock clock;

    IncomeFormulaController(IncomeQueries queries, IncomeFormulas formulas, Messages messages, Clock clock) {
        this.queries = queries;
        this.formulas = formulas;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        var year = LocalDate.now(clock).getYear();
        model.addAttribute("formulas", queries.formulas(jurisdiction));
        model.addAttribute("present", queries.formula(jurisdiction, year));
        model.addAttribute("kinds", IncomeKind.values());
        return "economy/income/formulas";
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_DEFINE)
    String open(Jurisdiction jurisdiction, Model model) {
        var year = LocalDate.now(clock).getYear();
        model.addAttribute("form", IncomeFormulaForm.from(queries.formula(jurisdiction, year), year + 1));
        return form(model);
    }

    @PostMapping("/new")
    @PreAuthorize(MAY_DEFINE)
    String define(
            @Valid @ModelAttribute("form") IncomeFormulaForm form,
            BindingResult errors,
            Actor actor,
            Jurisdiction jurisdiction,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        var command = form.toCommand(errors);
        if (command.isPresent()
                && Submission.succeeds(errors, () -> formulas.define(jurisdiction, actor, command.get()))) {
            flash.addFlashAttribute("done", "economy.income.done.formula");
            return "redirect:/economy/income-formulas";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(model);
    }

    private String form(Model model) {
        model.addAttribute(
                "kinds",
                Stream.concat(
                                Stream.of(new Option("", messages.get("economy.income.kind.none"))),
                                Arrays.stream(IncomeKind.values())
                                        .map(kind -> new Option(kind.name(), messages.get(kind.messageKey()))))
                        .toList());
        return "economy/income/formula";
    }
}
