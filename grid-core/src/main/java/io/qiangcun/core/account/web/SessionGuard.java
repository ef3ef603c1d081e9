package io.qiangcun.core.account.web;

import io.qiangcun.core.account.SessionStamps;
import io.qiangcun.core.account.SignedInAccount;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session whose account has changed since, in password, holder or permission, and one that has lasted too long. */
class SessionGuard extends OncePerRequestFilter {

    static final String SIGNED_IN_AT = SessionGuard.class.getName() + ".signedInAt";

    private final SessionStamps stamps;
    private final SignInAgain again;
    private final Duration life;
    private final Clock clock;
    private final SecurityContextLogoutHandler end = new SecurityContextLogoutHandler();

    SessionGuard(SessionStamps stamps, SignInAgain again, Duration life, Clock clock) {
        this.stamps = stamps;
        this.again = again;
        this.life = life;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedInAccount account
                && (!stamps.isCurrent(account) || hasLastedTooLong(request))) {
            end.logout(request, response, authentication);
            again.signInAgain(request, response, "ended");
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean hasLastedTooLong(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(SIGNED_IN_AT) instanceof Instant since
                && since.plus(life).isBefore(clock.instant());
    }
}
