package io.qiangcun.party.recruiting.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Submission;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.recruiting.QuotaService;
import io.qiangcun.party.recruiting.RecruitingQueries;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The quotas of a year, of the own place and those below it. */
@Controller
@RequestMapping("/party/recruiting/quotas")
@PreAuthorize("hasAuthority('" + PartyAuthorities.WRITE_QUOTAS + "')")
class QuotaController {

    private final QuotaService quotas;
    private final RecruitingQueries queries;
    private final Clock clock;

    QuotaController(QuotaService quotas, RecruitingQueries queries, Clock clock) {
        this.quotas = quotas;
        this.queries = queries;
        this.clock = clock;
    }

    @GetMapping
    String open(@RequestParam(required = false) @Nullable Integer year, Jurisdiction jurisdiction, Model model) {
        var shown = given(year);
        var rows = queries.quotas(jurisdiction, shown);
        model.addAttribute("form", QuotaForm.of(shown, rows));
        model.addAttribute("rows", rows);
        return "party/recruiting/quotas";
    }

    @PostMapping
    String set(
            @ModelAttribute("form") QuotaForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var year = given(form.year());
        var wanted = form.toCommand(errors);
        if (Submission.succeeds(errors, () -> quotas.set(jurisdiction, actor, year, wanted))) {
            flash.addFlashAttribute("done", "party.recruiting.done.quotas");
            flash.addAttribute("year", year);
            return "redirect:/party/recruiting?year={year}";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("rows", queries.quotas(jurisdiction, year));
        return "party/recruiting/quotas";
    }

    private int given(@Nullable Integer year) {
        return year == null ? LocalDate.now(clock).getYear() : year;
    }
}
