package io.qiangcun.core.account.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away an address that tries to sign in too often, before a password is hashed. The address is the one the server
 * says; a header that names another counts only if the server was told to trust it.
 */
class AddressLimitFilter extends OncePerRequestFilter {

    private final AddressLimit limit;

    AddressLimitFilter(AddressLimit limit) {
        this.limit = limit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = isSignIn(request) ? limit.take(request.getRemoteAddr()) : Optional.<Duration>empty();
        if (wait.isPresent()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(wait.get().plusSeconds(1).minusNanos(1).toSeconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return request.getMethod().equals("POST") && Addresses.pathOf(request).equals("/login");
    }
}
