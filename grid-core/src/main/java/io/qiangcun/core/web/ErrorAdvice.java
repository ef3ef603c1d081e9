package io.qiangcun.core.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns what controllers throw into pages. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorAdvice {

    private final ErrorPages pages;

    ErrorAdvice(ErrorPages pages) {
        this.pages = pages;
    }

    /** Who left before the answer was complete gets no page, and nobody has to look into it. */
    @ExceptionHandler
    @Nullable
    ModelAndView failed(Exception failure, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null;
        }
        return pages.forFailure(failure, request);
    }

    /** Who is not signed in is asked to, by the security filters. */
    @ExceptionHandler
    ModelAndView denied(AccessDeniedException failure, HttpServletRequest request) {
        if (SecurityContextHolder.getContext().getAuthentication() == null || request.getUserPrincipal() == null) {
            throw failure;
        }
        return pages.forFailure(failure, request);
    }
}
