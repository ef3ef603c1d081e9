package io.qiangcun.core.account.web;

import io.qiangcun.core.account.SignInBusy;
import io.qiangcun.core.account.SignInLockedOut;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.util.UriUtils;

/** Sends a failed sign-in back to the form with the reason that may be told. */
class SignInFailedHandler implements AuthenticationFailureHandler {

    static final String TYPED_LOGIN = SignInFailedHandler.class.getName() + ".login";

    static final String SOON = "5";

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof SignInBusy) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        if (failure instanceof InternalAuthenticationServiceException) {
            throw failure;
        }
        request.getSession().setAttribute(TYPED_LOGIN, request.getParameter("login"));
        var next = Addresses.localOr(request.getParameter("next"), "/");
        Addresses.send(
                request,
                response,
                "/login?" + reason(failure) + (next.equals("/") ? "" : "&next=" + UriUtils.encode(next, "UTF-8")));
    }

    private static String reason(AuthenticationException failure) {
        if (failure instanceof SignInLockedOut locked) {
            return "locked=" + locked.minutes();
        }
        if (failure instanceof DisabledException) {
            return "suspended";
        }
        return failure instanceof CredentialsExpiredException ? "too-late" : "failed";
    }
}
