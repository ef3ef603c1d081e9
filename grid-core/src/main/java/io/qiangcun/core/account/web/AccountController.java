package io.qiangcun.core.account.web;

import io.qiangcun.core.account.AccountFilter;
import io.qiangcun.core.account.AccountId;
import io.qiangcun.core.account.AccountQueries;
import io.qiangcun.core.account.AccountRow;
import io.qiangcun.core.account.AccountService;
import io.qiangcun.core.account.AccountState;
import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.IssuedPassword;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts of a jurisdiction, for those who keep them. */
@Controller
@RequestMapping("/core/accounts")
class AccountController {

    private static final int ACCOUNTS_A_PAGE = 30;

    private final AccountService accounts;
    private final AccountQueries queries;
    private final PlaceOptions placeOptions;
    private final Messages messages;

    AccountController(AccountService accounts, AccountQueries queries, PlaceOptions placeOptions, Messages messages) {
        this.accounts = accounts;
        this.queries = queries;
        this.placeOptions = placeOptions;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @ModelAttribute("filter") AccountFilter filter,
            @RequestParam(defaultValue = "0") int page,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model) {
        model.addAttribute(
                "accounts", queries.list(jurisdiction, filter, PageRequest.of(Math.max(page, 0), ACCOUNTS_A_PAGE)));
        model.addAttribute("roles", roles());
        model.addAttribute("states", AccountState.values());
        model.addAttribute("places", placeOptions.wide(jurisdiction));
        return "core/account/list";
    }

    @GetMapping("/export")
    void export(@ModelAttribute("filter") AccountFilter filter, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        Spreadsheet.named(messages.get("core.account.list.title"), queries.all(jurisdiction, filter))
                .column(messages.get("core.account.login"), AccountRow::login)
                .column(messages.get("core.account.post"), AccountRow::post)
                .column(messages.get("core.account.holder"), AccountRow::holder)
                .column(messages.get("core.account.role"), row -> messages.get("core.account.role." + row.role()))
                .column(messages.get("core.account.place"), AccountRow::placeName)
                .column(messages.get("core.account.place-code"), row -> row.place()
                        .value())
                .column(messages.get("core.account.unit"), AccountRow::unitName)
                .column(messages.get("core.account.state"), row -> messages.get("core.account.state." + row.state()))
                .writeTo(response);
    }

    @GetMapping("/{id}")
    String show(@PathVariable AccountId id, Jurisdiction jurisdiction, Actor actor, Model model) {
        var account = queries.find(jurisdiction, id);
        model.addAttribute("account", account);
        model.addAttribute("keeps", actor.role().keeps(account.row().role()) && !id.equals(actor.account()));
        return "core/account/show";
    }

    @GetMapping("/{id}/hand-over")
    String handOver(@PathVariable AccountId id, Jurisdiction jurisdiction, Actor actor, Model model) {
        var account = queries.kept(jurisdiction, actor, id);
        model.addAttribute("account", account);
        model.addAttribute("form", new HandOverForm(account.version(), null));
        return "core/account/hand-over";
    }

    @PostMapping("/{id}/hand-over")
    String handOver(
            @PathVariable AccountId id,
            @Valid @ModelAttribute("form") HandOverForm form,
            BindingResult result,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        if (!result.hasErrors()) {
            try {
                showOnce(accounts.handOver(jurisdiction, actor, form.toCommand(id)), flash);
                return "redirect:/core/accounts/" + id;
            } catch (RuleViolated violated) {
                FormErrors.reject(violated, result);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("account", queries.kept(jurisdiction, actor, id));
        return "core/account/hand-over";
    }

    @PostMapping("/{id}/one-time-password")
    String issueOneTimePassword(
            @PathVariable AccountId id, Jurisdiction jurisdiction, Actor actor, RedirectAttributes flash) {
        showOnce(accounts.issueOneTimePassword(jurisdiction, actor, id), flash);
        return "redirect:/core/accounts/" + id;
    }

    @PostMapping("/{id}/suspend")
    String suspend(@PathVariable AccountId id, Jurisdiction jurisdiction, Actor actor, RedirectAttributes flash) {
        accounts.suspend(jurisdiction, actor, id);
        return done(id, "core.account.done.suspended", flash);
    }

    @PostMapping("/{id}/reopen")
    String reopen(@PathVariable AccountId id, Jurisdiction jurisdiction, Actor actor, RedirectAttributes flash) {
        accounts.reopen(jurisdiction, actor, id);
        return done(id, "core.account.done.reopened", flash);
    }

    @PostMapping("/{id}/unlock")
    String unlock(@PathVariable AccountId id, Jurisdiction jurisdiction, Actor actor, RedirectAttributes flash) {
        accounts.unlock(jurisdiction, actor, id);
        return done(id, "core.account.done.unlocked", flash);
    }

    private static String done(AccountId id, String messageKey, RedirectAttributes flash) {
        flash.addFlashAttribute("done", messageKey);
        return "redirect:/core/accounts/" + id;
    }

    /** Kept in the session for the next page only. */
    static void showOnce(IssuedPassword issued, RedirectAttributes flash) {
        flash.addFlashAttribute("issued", issued);
    }

    private List<Option> roles() {
        return Arrays.stream(RoleName.values())
                .map(role -> new Option(role.name(), messages.get("core.account.role." + role)))
                .toList();
    }
}
