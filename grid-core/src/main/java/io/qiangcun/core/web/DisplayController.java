package io.qiangcun.core.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;

/** Remembers, in a cookie, that a reader wants large text. */
@Controller
class DisplayController {

    private static final String COOKIE = "text-size";
    private static final String LARGE = "large";

    static @Nullable String textSize(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie != null && LARGE.equals(cookie.getValue()) ? LARGE : null;
    }

    /** An address on this site, never one elsewhere. */
    static String local(@Nullable String path, @Nullable String query) {
        if (path == null || !path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
            return "/";
        }
        return query == null ? path : path + "?" + query;
    }

    @PostMapping("/display")
    String show(
            @RequestParam String text,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, LARGE.equals(text) ? LARGE : "normal")
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + local(back, null);
    }
}
