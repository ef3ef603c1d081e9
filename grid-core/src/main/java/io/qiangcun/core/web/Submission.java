package io.qiangcun.core.web;

import io.qiangcun.core.error.RuleViolated;
import org.springframework.validation.BindingResult;

/** What a form asks for is done if nothing is wrong with it; what a rule says against it is said at the field. */
public final class Submission {

    private Submission() {}

    /** False if the form has to be shown again. */
    public static boolean succeeds(BindingResult errors, Runnable action) {
        if (!errors.hasErrors()) {
            try {
                action.run();
            } catch (RuleViolated no) {
                FormErrors.reject(no, errors);
            }
        }
        return !errors.hasErrors();
    }
}
