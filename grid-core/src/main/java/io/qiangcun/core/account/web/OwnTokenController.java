package io.qiangcun.core.account.web;

import io.qiangcun.core.account.ApiTokens;
import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.account.TokenId;
import io.qiangcun.core.error.RuleViolated;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tokens of one's own account. */
@Controller
@RequestMapping("/account/tokens")
class OwnTokenController {

    private final ApiTokens tokens;
    private final Clock clock;

    OwnTokenController(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedInAccount me, Model model) {
        model.addAttribute("tokens", tokens.of(me));
        model.addAttribute("today", LocalDate.now(clock));
        return "core/account/tokens";
    }

    /** The page is the answer to the form: it shows the token once and nobody can load it again. */
    @PostMapping
    String issue(
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response) {
        try {
            model.addAttribute("issued", tokens.issue(me, name));
        } catch (RuleViolated no) {
            model.addAttribute("failed", no.messageKey());
            model.addAttribute("name", name);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return list(me, model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable TokenId id, @AuthenticationPrincipal SignedInAccount me, RedirectAttributes flash) {
        tokens.revoke(me, id);
        flash.addFlashAttribute("done", "core.account.token.revoked");
        return "redirect:/account/tokens";
    }
}
