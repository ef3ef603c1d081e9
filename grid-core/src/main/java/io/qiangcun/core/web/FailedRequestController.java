package io.qiangcun.core.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Draws the page for what failed before or behind the controllers: in filters, in the server, in a template. */
@Controller
class FailedRequestController implements ErrorController {

    private final ErrorPages pages;

    FailedRequestController(ErrorPages pages) {
        this.pages = pages;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    ModelAndView show(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpStatus.NOT_FOUND.value();
        return status == 500 && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                ? pages.forFailure(failure, request)
                : pages.forStatus(status, request);
    }
}
