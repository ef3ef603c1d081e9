package io.qiangcun.grid.shop.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.shop.ShopAuthorities;
import io.qiangcun.grid.shop.ShopQueries;
import io.qiangcun.grid.shop.ShopService;
import io.qiangcun.grid.shop.web.ShopForms.RuleForm;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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

/** What gives how many points in a county. */
@Controller
@RequestMapping("/grid/shop/rules")
@PreAuthorize("hasAuthority('" + ShopAuthorities.READ + "')")
class ShopRulesController {

    private final ShopQueries queries;
    private final ShopService service;

    ShopRulesController(ShopQueries queries, ShopService service) {
        this.queries = queries;
        this.service = service;
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", new RuleForm("", "", true, ""));
        return page(jurisdiction, model);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('" + ShopAuthorities.RULE + "')")
    String set(
            @Valid @ModelAttribute("form") RuleForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var amount = ShopForms.number("amount", form.amount(), errors);
        if (Submission.succeeds(
                errors,
                () -> service.setRule(
                        jurisdiction, actor, form.code(), amount, form.isInForce(), Typed.text(form.basis())))) {
            flash.addFlashAttribute("done", "grid.shop.done.recorded");
            return "redirect:/grid/shop/rules";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(jurisdiction, model);
    }

    private String page(Jurisdiction jurisdiction, Model model) {
        var rules = queries.allRules(jurisdiction.root());
        model.addAttribute("rules", rules);
        model.addAttribute(
                "options",
                rules.stream()
                        .map(rule -> new io.qiangcun.core.web.Option(rule.code(), rule.name()))
                        .toList());
        return "grid/shop/rules";
    }
}
