package io.qiangcun.core.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where to send a browser: only to addresses of this application, whatever a request proposes. */
final class Addresses {

    private Addresses() {}

    /** The address if it is a path here, else the home page. */
    static String localOr(@Nullable String proposed, String otherwise) {
        return proposed != null && proposed.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") ? proposed : otherwise;
    }

    static String pathOf(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    static String pathAndQueryOf(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? pathOf(request) : pathOf(request) + "?" + query;
    }

    /** Path and query of an address in a header such as {@code Referer}; the home page if it names another host. */
    static String localPartOf(HttpServletRequest request, @Nullable String address) {
        try {
            var uri = new URI(address == null ? "/" : address);
            if (uri.getHost() != null && !uri.getHost().equals(request.getServerName())) {
                return "/";
            }
            var path = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
            return localOr(path, "/");
        } catch (URISyntaxException notAnAddress) {
            return "/";
        }
    }

    static boolean isFragmentRequest(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /** A page is redirected; a fragment would swallow the redirect, so htmx is told to load another page. */
    static void send(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        if (isFragmentRequest(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", request.getContextPath() + path);
        } else {
            response.sendRedirect(request.getContextPath() + path);
        }
    }
}
