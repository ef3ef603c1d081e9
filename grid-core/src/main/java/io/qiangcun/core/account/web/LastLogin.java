package io.qiangcun.core.account.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Remembers in the browser who was signed in last, so that a form filled in by one is never handed to another. Proves
 * nothing and opens nothing; whoever forges it deceives himself.
 */
final class LastLogin {

    private static final String NAME = "qiangcun_login";

    private LastLogin() {}

    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[A-Za-z0-9_-]{1,128}"))
                .flatMap(LastLogin::decoded);
    }

    static void remember(String login, HttpServletRequest request, HttpServletResponse response) {
        write(encoded(login), -1, request, response);
    }

    static void forget(HttpServletRequest request, HttpServletResponse response) {
        write("", 0, request, response);
    }

    private static void write(String value, long age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(NAME, value)
                .path(request.getContextPath() + "/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String encoded(String login) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }
}
