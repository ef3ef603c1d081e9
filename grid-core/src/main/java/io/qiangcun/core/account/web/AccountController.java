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
import io.qiangcun.core.account.UnitDirectory;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
    private final PlaceTree places;
    private final PlaceOptions placeOptions;
    private final ObjectProvider<UnitDirectory> units;
    private final Messages messages;

    AccountController(
            AccountService accounts,
            AccountQueries queries,
            PlaceTree places,
            PlaceOptions placeOptions,
            ObjectProvider<UnitDirectory> units,
            Messages messages) {
        this.accounts = accounts;
        this.queries = queries;
        this.places = places;
        this.placeOptions = placeOptions;
        this.units = units;
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
        model.addAttribute("roles", roles(Arrays.asList(RoleName.values())));
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
                .column(messages.get("core.account.state"), row -> messages.get("core.account.state." + row.state()))
                .writeTo(response);
    }

    /** First where, then what: roles and organisations depend on the place. */
    @GetMapping("/new")
    String create(
            @RequestParam(required = false) @Nullable PlaceCode place,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model) {
        if (place == null) {
            model.addAttribute("places", placeOptions.all(jurisdiction));
            return "core/account/where";
        }
        var possible = rolesAt(place, actor);
        model.addAttribute(
                "form",
                AccountForm.at(place, possible.isEmpty() ? RoleName.VILLAGE : possible.get(possible.size() - 1)));
        return form(place, jurisdiction, actor, model);
    }

    @PostMapping
    String open(
            @Valid @ModelAttribute("form") AccountForm form,
            BindingResult result,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        if (form.place() == null) {
            return "redirect:/core/accounts/new";
        }
        if (!result.hasErrors()) {
            try {
                accounts.open(jurisdiction, actor, form.id(), form.toCommand())
                        .ifPresent(issued -> showOnce(issued, flash));
                return "redirect:/core/accounts/" + form.id();
            } catch (RuleViolated violated) {
                reject(result, violated);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(form.place(), jurisdiction, actor, model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable AccountId id, Jurisdiction jurisdiction, Actor actor, Model model) {
        var account = queries.find(jurisdiction, id);
        model.addAttribute("account", account);
        model.addAttribute(
                "unit",
                unitsAt(account.row().place(), jurisdiction).stream()
                        .filter(unit -> unit.id().equals(account.unit()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("keeps", actor.role().keeps(account.row().role()) && !id.equals(actor.account()));
        return "core/account/show";
    }

    @GetMapping("/{id}/hand-over")
    String handOver(@PathVariable AccountId id, Jurisdiction jurisdiction, Model model) {
        var account = queries.find(jurisdiction, id);
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
                reject(result, violated);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("account", queries.find(jurisdiction, id));
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
    private static void showOnce(IssuedPassword issued, RedirectAttributes flash) {
        flash.addFlashAttribute("issued", issued);
    }

    private static void reject(BindingResult result, RuleViolated violated) {
        if (violated.field() == null) {
            result.reject(violated.messageKey(), violated.arguments(), violated.messageKey());
        } else {
            result.rejectValue(violated.field(), violated.messageKey(), violated.arguments(), violated.messageKey());
        }
    }

    private String form(PlaceCode code, Jurisdiction jurisdiction, Actor actor, Model model) {
        var place = places.require(code, jurisdiction);
        model.addAttribute("place", place);
        model.addAttribute("roles", roles(rolesAt(code, actor)));
        model.addAttribute(
                "units",
                unitsAt(code, jurisdiction).stream()
                        .map(unit -> new Option(unit.id().toString(), unit.name()))
                        .toList());
        return "core/account/new";
    }

    private List<UnitDirectory.Unit> unitsAt(PlaceCode place, Jurisdiction jurisdiction) {
        return units.stream()
                .flatMap(directory -> directory.unitsAt(jurisdiction, place).stream())
                .toList();
    }

    private static List<RoleName> rolesAt(PlaceCode place, Actor actor) {
        return Arrays.stream(RoleName.values())
                .filter(role -> role.existsAt(place.kind()) && actor.role().keeps(role))
                .toList();
    }

    private List<Option> roles(List<RoleName> roles) {
        return roles.stream()
                .map(role -> new Option(role.name(), messages.get("core.account.role." + role)))
                .toList();
    }
}
