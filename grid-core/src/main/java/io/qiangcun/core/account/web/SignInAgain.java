package io.qiangcun.core.account.web;

import io.qiangcun.core.account.SignedInAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.session.SessionInformationExpiredEvent;
import org.springframework.security.web.session.SessionInformationExpiredStrategy;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Answers requests that come without a session, or with one that is over: to the sign-in page and back again. What was
 * filled in is put aside in {@link FormStash} for the same login.
 */
@Component
class SignInAgain implements AuthenticationEntryPoint, AccessDeniedHandler, SessionInformationExpiredStrategy {

    private final FormStash stash;

    SignInAgain(FormStash stash) {
        this.stash = stash;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException notSignedIn)
            throws IOException {
        var hadSession = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        signInAgain(request, response, hadSession ? "expired" : null);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            answerStaleForm(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    @Override
    public void onExpiredSessionDetected(SessionInformationExpiredEvent expired) throws IOException {
        signInAgain(expired.getRequest(), expired.getResponse(), "ended");
    }

    void signInAgain(HttpServletRequest request, HttpServletResponse response, @Nullable String reason)
            throws IOException {
        if (isPost(request)) {
            LastLogin.of(request).ifPresent(login -> stash.put(request, login));
        }
        var to = new StringBuilder("/login?").append(reason == null ? "" : reason + "&");
        var back = comesBackTo(request);
        to.append(back.equals("/") ? "" : "next=" + UriUtils.encode(back, "UTF-8"));
        Addresses.send(request, response, to.toString().replaceAll("[?&]$", ""));
    }

    private void answerStaleForm(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = Addresses.pathOf(request);
        var account = signedIn();
        if (path.equals("/login")) {
            Addresses.send(request, response, "/login?stale");
        } else if (account.isEmpty()) {
            signInAgain(request, response, path.equals("/logout") ? null : "expired");
        } else if ("same-origin".equals(request.getHeader("Sec-Fetch-Site")) && !path.equals("/logout")) {
            // signed in again in another tab; the form of this one is as good as before, but is shown once more
            stash.put(request, account.get().getUsername());
            Addresses.send(request, response, ResumeController.PATH);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static String comesBackTo(HttpServletRequest request) {
        if (Addresses.isFragmentRequest(request)) {
            return Addresses.localPartOf(request, request.getHeader("HX-Current-URL"));
        }
        return isPost(request) || Addresses.pathOf(request).equals("/logout") ? "/" : Addresses.pathAndQueryOf(request);
    }

    private static boolean isPost(HttpServletRequest request) {
        return request.getMethod().equals("POST");
    }

    private static Optional<SignedInAccount> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInAccount account
                ? Optional.of(account)
                : Optional.empty();
    }
}
