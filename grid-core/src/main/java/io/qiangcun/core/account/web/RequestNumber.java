package io.qiangcun.core.account.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;

/** Numbers every request, so that the log, the audit trail and the visitor speak of the same one. */
class RequestNumber extends HttpFilter {

    /** The key under which log and trail find the number. */
    private static final String KEY = "request";

    private static final int LENGTH = 12;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var number = UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
        response.setHeader("X-Request-Id", number);
        MDC.put(KEY, number);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(KEY);
        }
    }
}
