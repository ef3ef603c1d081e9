package io.qiangcun.core.account.web;

import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.module.PublicPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page. */
@Controller
class LoginController {

    private static final List<String> REASONS =
            List.of("failed", "locked", "suspended", "too-late", "expired", "ended", "stale", "bye");

    private final FormStash stash;
    private final List<PublicPage> publicPages;

    LoginController(FormStash stash, ObjectProvider<PublicPage> publicPages) {
        this.stash = stash;
        this.publicPages = publicPages.orderedStream().filter(PublicPage::below).toList();
    }

    @GetMapping("/login")
    String show(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(defaultValue = "0") int locked,
            @AuthenticationPrincipal @Nullable SignedInAccount account,
            HttpServletRequest request,
            HttpSession session,
            Model model) {
        if (account != null) {
            return "redirect:" + Addresses.localOr(next, "/");
        }
        model.addAttribute("next", Addresses.localOr(next, "/"));
        model.addAttribute("typed", session.getAttribute(SignInFailedHandler.TYPED_LOGIN));
        model.addAttribute("minutes", locked);
        model.addAttribute("formKept", stash.holdsOneFor(session));
        model.addAttribute("publicPages", publicPages);
        REASONS.stream()
                .filter(request.getParameterMap()::containsKey)
                .findFirst()
                .ifPresent(reason -> model.addAttribute("reason", "core.account.sign-in." + reason));
        return "core/account/login";
    }
}
