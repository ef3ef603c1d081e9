package io.qiangcun.core.account.web;

import io.qiangcun.core.account.SignedInAccount;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever came in with a one-time password goes to the page that replaces it, and nowhere else. */
class PasswordChangeGate extends OncePerRequestFilter {

    static final String PASSWORD_PAGE = "/account/password";

    private static final List<String> OPEN = List.of(PASSWORD_PAGE, "/logout", "/login", "/error", "/favicon.ico");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedInAccount account
                && account.mustChangePassword()
                && !isOpen(Addresses.pathOf(request))) {
            Addresses.send(request, response, PASSWORD_PAGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isOpen(String path) {
        return OPEN.contains(path) || path.startsWith("/kit/") || path.startsWith("/webjars/");
    }
}
