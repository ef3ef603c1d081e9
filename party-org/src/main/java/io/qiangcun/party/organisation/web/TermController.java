package io.qiangcun.party.organisation.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationNotFound;
import io.qiangcun.party.organisation.OrganisationQueries;
import io.qiangcun.party.organisation.TermService;
import jakarta.servlet.http.HttpServletResponse;
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

/** Elections and extensions of an organisation. */
@Controller
@RequestMapping("/party/organisations/{id}/term/{step:elected|extended|temporary}")
class TermController {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_ORGANISATIONS + "')";
    private static final int LONGEST_APPROVAL = 200;

    private final TermService terms;
    private final OrganisationQueries organisations;

    TermController(TermService terms, OrganisationQueries organisations) {
        this.terms = terms;
        this.organisations = organisations;
    }

    @GetMapping
    @PreAuthorize(MAY_WRITE)
    String open(@PathVariable OrganisationId id, @PathVariable String step, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", new TermForm("", "", ""));
        return page(find(jurisdiction, id), step, model);
    }

    @PostMapping
    @PreAuthorize(MAY_WRITE)
    String record(
            @PathVariable OrganisationId id,
            @PathVariable String step,
            @ModelAttribute("form") TermForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var organisation = find(jurisdiction, id);
        try {
            if (apply(step, id, form, errors, jurisdiction, actor)) {
                flash.addFlashAttribute("done", "party.term.done");
                return "redirect:/party/organisations/" + id;
            }
        } catch (RuleViolated refused) {
            FormErrors.reject(refused, errors);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(organisation, step, model);
    }

    private boolean apply(
            String step,
            OrganisationId id,
            TermForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor) {
        var extension = "extended".equals(step);
        var elected = "elected".equals(step);
        var on = extension ? null : Typed.date("on", form.on(), errors);
        var until = elected ? null : Typed.date("until", form.until(), errors);
        var approval = Typed.text(form.approval());
        if (!extension && form.on().isBlank()) {
            errors.rejectValue("on", "party.term.missing.on");
        }
        if (!elected && form.until().isBlank()) {
            errors.rejectValue("until", "party.term.missing.until");
        }
        if (extension && approval.isEmpty()) {
            errors.rejectValue("approval", "party.term.missing.approval");
        }
        if (approval.length() > LONGEST_APPROVAL) {
            errors.rejectValue("approval", "party.organisation.too-long", new Object[] {LONGEST_APPROVAL}, null);
        }
        if (errors.hasErrors()) {
            return false;
        }
        if (on != null && until != null) {
            terms.temporary(jurisdiction, actor, id, on, until);
        } else if (on != null) {
            terms.elected(jurisdiction, actor, id, on);
        } else if (until != null) {
            terms.extend(jurisdiction, id, until, approval);
        }
        return true;
    }

    private static String page(OrganisationBrief organisation, String step, Model model) {
        model.addAttribute("organisation", organisation);
        model.addAttribute("step", step);
        return "party/organisation/term";
    }

    private OrganisationBrief find(Jurisdiction jurisdiction, OrganisationId id) {
        return organisations.brief(jurisdiction, id).orElseThrow(() -> new OrganisationNotFound(id));
    }
}
