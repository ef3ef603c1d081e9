package io.qiangcun.core.people.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.people.HeldAccounts;
import io.qiangcun.core.people.PeopleAuthorities;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PersonNotFound;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
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

/** Says which account a person holds. */
@Controller
@RequestMapping("/core/people/{id}/account")
@PreAuthorize("hasAuthority('" + PeopleAuthorities.WRITE + "')")
class PersonAccountController {

    private final HeldAccounts accounts;
    private final PeopleQueries people;

    PersonAccountController(HeldAccounts accounts, PeopleQueries people) {
        this.accounts = accounts;
        this.people = people;
    }

    @GetMapping
    String open(@PathVariable PersonId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", new LoginForm(""));
        return page(id, jurisdiction, model);
    }

    @PostMapping
    String link(
            @PathVariable PersonId id,
            @ModelAttribute("form") LoginForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (Submission.succeeds(errors, () -> accounts.link(jurisdiction, actor, id, Typed.text(form.login())))) {
            flash.addFlashAttribute("done", "core.people.done.account");
            return "redirect:/core/people/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(id, jurisdiction, model);
    }

    private String page(PersonId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("person", people.find(jurisdiction, id).orElseThrow(() -> new PersonNotFound(id)));
        model.addAttribute("held", accounts.of(jurisdiction, id));
        return "core/people/account";
    }

    /** The login of an account, as it was typed. */
    record LoginForm(String login) {

        LoginForm {
            login = login == null ? "" : login;
        }
    }
}
