package io.qiangcun.core.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** An action without a form to show again is not done for somebody who has just signed in: back to its page. */
@Component
class ReviewInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private final FormStash stash;

    ReviewInterceptor(FormStash stash) {
        this.stash = stash;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getParameter(ReviewAdvice.MARK) == null
                || request.getMethod().equals("GET")
                || handler instanceof HandlerMethod method && showsItsFormAgain(method)) {
            return true;
        }
        RequestContextUtils.getOutputFlashMap(request).put("done", "core.form.not-done");
        RequestContextUtils.saveOutputFlashMap(pageOf(request), request, response);
        Addresses.send(request, response, pageOf(request));
        return false;
    }

    private String pageOf(HttpServletRequest request) {
        var login = request.getRemoteUser();
        return login == null
                ? "/"
                : stash.find(request.getSession(), login)
                        .map(FormStash.StashedForm::from)
                        .orElse("/");
    }

    private static boolean showsItsFormAgain(HandlerMethod method) {
        var parameters = method.getMethodParameters();
        return Arrays.stream(parameters).map(MethodParameter::getParameterType).anyMatch(Errors.class::isAssignableFrom)
                && Arrays.stream(parameters)
                        .anyMatch(parameter -> parameter.hasParameterAnnotation(Valid.class)
                                || parameter.hasParameterAnnotation(Validated.class));
    }
}
