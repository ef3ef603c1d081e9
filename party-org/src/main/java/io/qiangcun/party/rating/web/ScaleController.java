package io.qiangcun.party.rating.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.rating.Scales;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What stars are given for, open to everybody here; changed by the county. */
@Controller
@RequestMapping("/party/ratings/scale")
class ScaleController {

    private static final String MAY_READ = "hasAuthority('" + PartyAuthorities.READ_RATINGS + "')";
    private static final String MAY_RULE = "hasAuthority('" + PartyAuthorities.RULE_RATINGS + "')";

    private final Scales scales;
    private final Clock clock;

    ScaleController(Scales scales, Clock clock) {
        this.scales = scales;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(MAY_READ)
    String show(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("criteria", scales.criteria(jurisdiction.root(), LocalDate.now(clock)));
        return "party/rating/scale";
    }

    @GetMapping("/edit")
    @PreAuthorize(MAY_RULE)
    String open(Jurisdiction jurisdiction, Model model) {
        var from = LocalDate.now(clock).plusDays(1);
        model.addAttribute("form", ScaleForm.of(scales.criteria(jurisdiction.root(), from), from));
        return "party/rating/scale-edit";
    }

    @PostMapping
    @PreAuthorize(MAY_RULE)
    String decide(
            @ModelAttribute("form") ScaleForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var from = Typed.date("validFrom", form.validFrom(), errors);
        if (from == null && !errors.hasFieldErrors("validFrom")) {
            errors.rejectValue("validFrom", "party.rating.missing");
        }
        var decisions = form.toDecisions(errors);
        if (from != null
                && Submission.succeeds(
                        errors,
                        () -> scales.decide(jurisdiction, actor, from, Typed.text(form.basisText()), decisions))) {
            flash.addFlashAttribute("done", "party.rating.done.ruled");
            return "redirect:/party/ratings/scale";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "party/rating/scale-edit";
    }
}
