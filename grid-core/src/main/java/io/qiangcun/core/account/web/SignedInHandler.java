package io.qiangcun.core.account.web;

import io.qiangcun.core.account.SignInJournal;
import io.qiangcun.core.account.SignedInAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Receives whoever has signed in: back to his form, to the page he asked for, or home. */
class SignedInHandler implements AuthenticationSuccessHandler {

    private final SignInJournal journal;
    private final FormStash stash;
    private final Clock clock;

    SignedInHandler(SignInJournal journal, FormStash stash, Clock clock) {
        this.journal = journal;
        this.stash = stash;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var account = (SignedInAccount) Objects.requireNonNull(authentication.getPrincipal());
        var session = request.getSession();
        session.setAttribute(SessionGuard.SIGNED_IN_AT, clock.instant());
        session.removeAttribute(SignInFailedHandler.TYPED_LOGIN);
        journal.signedIn(account);
        LastLogin.remember(account.getUsername(), request, response);
        var to = stash.find(session, account.getUsername()).isPresent()
                ? ResumeController.PATH
                : Addresses.localOr(request.getParameter("next"), "/");
        Addresses.send(request, response, account.mustChangePassword() ? PasswordChangeGate.PASSWORD_PAGE : to);
    }
}
