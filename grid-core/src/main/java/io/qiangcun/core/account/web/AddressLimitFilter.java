package io.qiangcun.core.account.web;

import io.qiangcun.core.module.PublicPage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away an address that tries to sign in too often, before a password is hashed, or to guess the code of a
 * slip. The address is the one the server
 * says; a header that names another counts only if the server was told to trust it.
 */
class AddressLimitFilter extends OncePerRequestFilter {

    private final AddressLimit signIns;
    private final AddressLimit visits;
    private final List<PublicPage> pages;

    AddressLimitFilter(AddressLimit signIns, AddressLimit visits, List<PublicPage> pages) {
        this.signIns = signIns;
        this.visits = visits;
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = limitOn(request).flatMap(limit -> limit.take(request.getRemoteAddr()));
        if (wait.isPresent()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(wait.get().plusSeconds(1).minusNanos(1).toSeconds()));
            if (pages.stream().anyMatch(page -> page.keepsWhatWasTyped() && page.covers(Addresses.pathOf(request)))) {
                request.setAttribute(PublicPage.WAIT, wait.get());
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<AddressLimit> limitOn(HttpServletRequest request) {
        var path = Addresses.pathOf(request);
        if (!request.getMethod().equals("POST")) {
            return Optional.empty();
        }
        if (path.equals("/login")) {
            return Optional.of(signIns);
        }
        return pages.stream().anyMatch(page -> page.covers(path)) ? Optional.of(visits) : Optional.empty();
    }
}
