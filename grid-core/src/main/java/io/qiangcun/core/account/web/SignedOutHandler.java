package io.qiangcun.core.account.web;

import io.qiangcun.core.account.SignInJournal;
import io.qiangcun.core.account.SignedInAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Puts on record who leaves, and lets the browser forget him. */
class SignedOutHandler implements LogoutHandler {

    private final SignInJournal journal;

    SignedOutHandler(SignInJournal journal) {
        this.journal = journal;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof SignedInAccount account) {
            journal.signedOut(account);
        }
        LastLogin.forget(request, response);
    }
}
