package io.qiangcun.core.account.web;

import io.qiangcun.core.account.OwnAccount;
import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.error.RuleViolated;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Comparator;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: post, password, sessions. */
@Controller
@RequestMapping("/account")
class OwnAccountController {

    private final OwnAccount own;
    private final SessionRegistry sessions;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    OwnAccountController(OwnAccount own, SessionRegistry sessions) {
        this.own = own;
        this.sessions = sessions;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedInAccount me, HttpSession session, Model model) {
        model.addAttribute("account", me);
        model.addAttribute(
                "sessions",
                sessions.getAllSessions(me, false).stream()
                        .sorted(Comparator.comparing(SessionInformation::getLastRequest)
                                .reversed())
                        .map(known -> new OwnSession(
                                known.getLastRequest().toInstant(),
                                known.getSessionId().equals(session.getId())))
                        .toList());
        return "core/account/own";
    }

    @PostMapping("/sessions/end")
    String endOtherSessions(
            @AuthenticationPrincipal SignedInAccount me, HttpSession session, RedirectAttributes flash) {
        sessions.getAllSessions(me, false).stream()
                .filter(known -> !known.getSessionId().equals(session.getId()))
                .forEach(SessionInformation::expireNow);
        flash.addFlashAttribute("done", "core.account.done.sessions-ended");
        return "redirect:/account";
    }

    @GetMapping("/password")
    String password(@AuthenticationPrincipal SignedInAccount me, Model model) {
        model.addAttribute("form", PasswordForm.empty());
        model.addAttribute("mustChange", me.mustChangePassword());
        return "core/account/password";
    }

    @PostMapping("/password")
    String changePassword(
            @AuthenticationPrincipal SignedInAccount me,
            @ModelAttribute("form") PasswordForm form,
            BindingResult result,
            Model model,
            RedirectAttributes flash,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (form.isRepeated()) {
            try {
                goOnAs(own.changePassword(me, form.toCommand()), request, response);
                flash.addFlashAttribute("done", "core.account.done.password-changed");
                return "redirect:/";
            } catch (RuleViolated violated) {
                result.rejectValue(
                        String.valueOf(violated.field()),
                        violated.messageKey(),
                        violated.arguments(),
                        violated.messageKey());
            }
        } else {
            result.rejectValue("repeatedPassword", "core.account.password.not-repeated");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("mustChange", me.mustChangePassword());
        return "core/account/password";
    }

    /** All other sessions end; this one goes on with the account as it is now, under another name. */
    private void goOnAs(SignedInAccount account, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        SecurityContextHolder.setContext(context);
        request.getSession();
        request.changeSessionId();
        contexts.saveContext(context, request, response);
    }
}
