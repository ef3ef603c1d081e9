package io.qiangcun.core.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Lets a form say all that is wrong with it at once. A record that cannot be made because one field is no number has
 * its other fields validated one by one; Boot's wrapper around the validator cannot do that, the validator itself can.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class FormBindingAdvice {

    private final SpringValidatorAdapter validator;

    FormBindingAdvice(SpringValidatorAdapter validator) {
        this.validator = validator;
    }

    @InitBinder
    void validateFieldByField(WebDataBinder binder) {
        if (binder.getValidator() != null) {
            binder.replaceValidators(validator);
        }
    }
}
