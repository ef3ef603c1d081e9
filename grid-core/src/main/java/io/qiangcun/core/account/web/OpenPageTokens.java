package io.qiangcun.core.account.web;

import io.qiangcun.core.module.PublicPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Gives no token to a stranger on a page that anybody may send something to: it would need a session for each of them, and
 * a form left open over lunch would be refused. Nothing there is done in the name of who is signed in, and what another
 * site sends is turned away by {@link CrossSiteFilter}.
 */
class OpenPageTokens implements CsrfTokenRequestHandler, RequestMatcher {

    private final CsrfTokenRequestHandler everywhere = new XorCsrfTokenRequestAttributeHandler();
    private final List<PublicPage> pages;

    OpenPageTokens(List<PublicPage> pages) {
        this.pages = pages;
    }

    /** Whether the request is to a page that anybody may open. */
    @Override
    public boolean matches(HttpServletRequest request) {
        var path = Addresses.pathOf(request);
        return pages.stream().anyMatch(page -> page.covers(path));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        if (!matches(request) || request.getSession(false) != null) {
            everywhere.handle(request, response, token);
        }
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        return everywhere.resolveCsrfTokenValue(request, token);
    }
}
