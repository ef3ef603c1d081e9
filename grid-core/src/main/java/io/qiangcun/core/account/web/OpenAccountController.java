package io.qiangcun.core.account.web;

import io.qiangcun.core.account.AccountAuthorities;
import io.qiangcun.core.account.AccountService;
import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
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

/** Opens an account: first where, then what; roles and organisations depend on the place. */
@Controller
@RequestMapping("/core/accounts")
@PreAuthorize("hasAuthority('" + AccountAuthorities.WRITE + "')")
class OpenAccountController {

    private final AccountService accounts;
    private final PostFinder posts;
    private final UnitOptions units;
    private final PlaceTree places;
    private final PlaceOptions placeOptions;
    private final Messages messages;

    OpenAccountController(
            AccountService accounts,
            PostFinder posts,
            UnitOptions units,
            PlaceTree places,
            PlaceOptions placeOptions,
            Messages messages) {
        this.accounts = accounts;
        this.posts = posts;
        this.units = units;
        this.places = places;
        this.placeOptions = placeOptions;
        this.messages = messages;
    }

    @GetMapping("/new")
    String create(
            @RequestParam(required = false) @Nullable PlaceCode place,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable PlaceCode within,
            @RequestParam(defaultValue = "") String text,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model) {
        if (place == null) {
            model.addAttribute("text", text);
            model.addAttribute("within", within);
            model.addAttribute("places", placeOptions.wide(jurisdiction));
            model.addAttribute("found", posts.find(jurisdiction, within, text));
            return "core/account/where";
        }
        var possible = rolesAt(place, actor);
        var likely = possible.isEmpty() ? RoleName.VILLAGE : possible.get(possible.size() - 1);
        model.addAttribute("form", AccountForm.at(place, likely, unit));
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
                        .ifPresent(issued -> AccountController.showOnce(issued, flash));
                return "redirect:/core/accounts/" + form.id();
            } catch (RuleViolated violated) {
                FormErrors.reject(violated, result);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(form.place(), jurisdiction, actor, model);
    }

    private String form(PlaceCode code, Jurisdiction jurisdiction, Actor actor, Model model) {
        model.addAttribute("place", places.require(code, jurisdiction));
        model.addAttribute(
                "roles",
                rolesAt(code, actor).stream()
                        .map(role -> new Option(role.name(), messages.get("core.account.role." + role)))
                        .toList());
        model.addAttribute("units", units.at(jurisdiction, code));
        return "core/account/new";
    }

    private static List<RoleName> rolesAt(PlaceCode place, Actor actor) {
        return Arrays.stream(RoleName.values())
                .filter(role -> role.existsAt(place.kind()) && actor.role().keeps(role))
                .toList();
    }
}
