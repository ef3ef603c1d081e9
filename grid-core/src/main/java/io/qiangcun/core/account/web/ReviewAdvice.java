package io.qiangcun.core.account.web;

import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.context.request.WebRequest;

/** Shows a restored form once more instead of saving it: its author presses the button himself. */
@ControllerAdvice
class ReviewAdvice {

    /** The parameter that a restored form carries. */
    static final String MARK = "_review";

    @InitBinder
    void reviewFirst(WebDataBinder binder, WebRequest request) {
        if (request.getParameter(MARK) != null) {
            binder.addValidators(new ReviewFirst());
        }
    }

    private static final class ReviewFirst implements Validator {

        @Override
        public boolean supports(Class<?> form) {
            return true;
        }

        @Override
        public void validate(Object form, Errors errors) {
            errors.reject("core.form.review");
        }
    }
}
