package io.qiangcun.core.account.web;

import io.qiangcun.core.account.AccountChanged;
import io.qiangcun.core.account.AccountId;
import io.qiangcun.core.account.AccountQueries;
import io.qiangcun.core.account.AccountService;
import io.qiangcun.core.account.AccountView;
import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Difference;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says anew what an account is for: the name of its post and the organisation it acts for. */
@Controller
@RequestMapping("/core/accounts/{id}/edit")
class AmendAccountController {

    private final AccountService accounts;
    private final AccountQueries queries;
    private final UnitOptions units;
    private final Messages messages;

    AmendAccountController(AccountService accounts, AccountQueries queries, UnitOptions units, Messages messages) {
        this.accounts = accounts;
        this.queries = queries;
        this.units = units;
        this.messages = messages;
    }

    @GetMapping
    String edit(@PathVariable AccountId id, Jurisdiction jurisdiction, Actor actor, Model model) {
        var account = queries.kept(jurisdiction, actor, id);
        model.addAttribute("form", AmendForm.of(account));
        return form(account, jurisdiction, model);
    }

    @PostMapping
    String amend(
            @PathVariable AccountId id,
            @Valid @ModelAttribute("form") AmendForm form,
            BindingResult result,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        if (!result.hasErrors()) {
            try {
                accounts.amend(jurisdiction, actor, form.toCommand(id));
                flash.addFlashAttribute("done", "core.account.done.amended");
                return "redirect:/core/accounts/" + id;
            } catch (AccountChanged changed) {
                response.setStatus(HttpStatus.CONFLICT.value());
                return conflict(form, queries.find(jurisdiction, id), jurisdiction, model);
            } catch (RuleViolated violated) {
                FormErrors.reject(violated, result);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(queries.kept(jurisdiction, actor, id), jurisdiction, model);
    }

    private String form(AccountView account, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("units", units.of(jurisdiction, account.row()));
        return "core/account/edit";
    }

    private String conflict(AmendForm mine, AccountView theirs, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("account", theirs);
        model.addAttribute("form", mine.basedOn(theirs));
        model.addAttribute(
                "differences",
                List.of(
                        new Difference(
                                messages.get("core.account.post"),
                                mine.saidPost(),
                                theirs.row().post()),
                        new Difference(
                                messages.get("core.account.unit"),
                                units.name(jurisdiction, theirs.row().place(), mine.unit()),
                                theirs.row().unitName())));
        return "core/account/conflict";
    }
}
