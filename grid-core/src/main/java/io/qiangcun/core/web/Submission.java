package io.qiangcun.core.web;

import io.qiangcun.core.error.RuleViolated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.server.ResponseStatusException;

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

    /** The id that was made when the form was rendered; without it nothing of ours was sent. */
    public static UUID sent(@Nullable UUID id) {
        if (id == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return id;
    }
}
