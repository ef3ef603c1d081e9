package io.qiangcun.core.account.web;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.account.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Runs each request in the scope of its account; with sign-in, it stands behind authorisation. */
@Component
class ScopeFilter extends OncePerRequestFilter {

    private final CurrentAccount account;

    ScopeFilter(CurrentAccount account) {
        this.account = account;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var scope = Scope.as(account.jurisdiction(), account.writes())) {
            chain.doFilter(request, response);
        }
    }
}
