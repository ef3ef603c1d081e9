package io.qiangcun.core.web;

import io.qiangcun.core.error.Conflicting;
import io.qiangcun.core.error.NotFound;
import io.qiangcun.core.error.RuleViolated;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** Chooses the page for what went wrong; says nothing of the inside of the application and never asks the database. */
@Component
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private static final Set<Integer> WITH_A_PAGE_OF_THEIR_OWN = Set.of(400, 403, 404, 409, 413, 422, 429, 503);

    private final Layout layout;
    private final Messages messages;

    ErrorPages(Layout layout, Messages messages) {
        this.layout = layout;
        this.messages = messages;
    }

    ModelAndView forFailure(Throwable failure, HttpServletRequest request) {
        if (failure instanceof RuleViolated rule) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, messages.get(rule.messageKey(), rule.arguments()), request);
        }
        if (failure instanceof Conflicting conflict) {
            return page(HttpStatus.CONFLICT, messages.get(conflict.messageKey(), conflict.arguments()), request);
        }
        if (failure instanceof OptimisticLockingFailureException) {
            return page(HttpStatus.CONFLICT, messages.get("core.error.stale"), request);
        }
        var status = statusOf(failure);
        return status.value() == 500 ? incident(failure, request) : forStatus(status.value(), request);
    }

    ModelAndView forStatus(int status, HttpServletRequest request) {
        var code = HttpStatusCode.valueOf(status);
        return switch (status) {
            case 409 -> page(code, messages.get("core.error.stale"), request);
            case 422 -> page(code, messages.get("core.error.422.general"), request);
            default -> page(code, null, request);
        };
    }

    private static HttpStatusCode statusOf(Throwable failure) {
        if (failure instanceof NotFound || isBadPath(failure)) {
            return HttpStatus.NOT_FOUND;
        }
        if (failure instanceof AccessDeniedException) {
            return HttpStatus.FORBIDDEN;
        }
        if (causes(failure).anyMatch(ErrorPages::isTooMuch)) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        if (failure instanceof MethodArgumentTypeMismatchException
                || failure instanceof InvalidParameterException
                || failure instanceof HttpMessageNotReadableException) {
            return HttpStatus.BAD_REQUEST;
        }
        if (failure instanceof ErrorResponse response) {
            return response.getStatusCode();
        }
        return isDatabaseAway(failure) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    /** What is no id or place code names nothing. */
    private static boolean isBadPath(Throwable failure) {
        return failure instanceof MethodArgumentTypeMismatchException mismatch
                && mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
    }

    /** Said by Spring, or by the server itself when a filter reads the form first. */
    private static boolean isTooMuch(Throwable cause) {
        return cause instanceof MaxUploadSizeExceededException
                || cause instanceof SizeException
                || cause instanceof FileCountLimitExceededException;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static boolean isDatabaseAway(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof CannotCreateTransactionException
                        || cause instanceof DataAccessResourceFailureException
                        || cause instanceof JDBCConnectionException
                        || cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLException sql && saysAway(sql.getSQLState()));
    }

    /** Connection exceptions, and a server that shuts down or starts up. */
    private static boolean saysAway(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }

    private ModelAndView incident(Throwable failure, HttpServletRequest request) {
        var number = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("Incident {}: {} {}", number, request.getMethod(), Layout.pathOf(request), failure);
        var page = page(HttpStatus.INTERNAL_SERVER_ERROR, null, request);
        page.addObject("incident", number);
        return page;
    }

    private ModelAndView page(HttpStatusCode status, @Nullable String message, HttpServletRequest request) {
        var view = WITH_A_PAGE_OF_THEIR_OWN.contains(status.value())
                ? "error/" + status.value()
                : status.is4xxClientError() ? "error/400" : "error/error";
        var page = new ModelAndView(view, layout.attributes(request));
        page.setStatus(status);
        page.addAllObjects(message == null ? Map.of() : Map.of("message", message));
        return page;
    }
}
