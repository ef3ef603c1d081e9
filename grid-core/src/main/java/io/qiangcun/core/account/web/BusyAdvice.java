package io.qiangcun.core.account.web;

import io.qiangcun.core.account.SignInBusy;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A page that wanted a password hashed while too many others did: try again soon. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BusyAdvice {

    @ExceptionHandler
    void busy(SignInBusy busy, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, SignInFailedHandler.SOON);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
