package io.qiangcun.core.web;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.thymeleaf.spring6.util.DetailedError;

/**
 * Helps the templates of forms: ids that label, hint and error share, and errors in the order of the fields. There is no
 * form, only its errors, when a record could not be made of what was typed.
 */
@Component("formErrors")
public class FormErrors {

    FormErrors() {}

    /** Puts each message where the rule says that it belongs: at its field, or above the whole form. */
    public static void reject(RuleViolated violated, Errors errors) {
        violated.problems().forEach(problem -> reject(problem, errors));
    }

    public static void reject(Problem problem, Errors errors) {
        errors.rejectValue(
                problem.field(), problem.messageKey(), problem.arguments().toArray(), problem.messageKey());
    }

    /** The id of the input bound to the field; the first one of radio buttons. */
    public String idOf(String field) {
        return field.replace("[", "").replace("]", "");
    }

    public @Nullable String describedBy(String id, boolean hint, boolean error) {
        var ids = (hint ? id + "-hint " : "") + (error ? id + "-error" : "");
        return ids.isBlank() ? null : ids.strip();
    }

    /** Whether the form has such a component; files often travel beside it. */
    public boolean knows(@Nullable Object form, String field) {
        return Arrays.stream(componentsOf(form))
                .anyMatch(component -> component.getName().equals(field));
    }

    /** As the reader meets the fields; what concerns the whole form comes first. */
    public List<DetailedError> inOrder(@Nullable Object form, List<DetailedError> errors) {
        var fields =
                Arrays.stream(componentsOf(form)).map(RecordComponent::getName).toList();
        return errors.stream()
                .sorted(Comparator.comparingInt(error -> error.isGlobal() ? -1 : fields.indexOf(rootOf(error))))
                .toList();
    }

    /** How many characters the field may have, where its form says so. */
    public @Nullable Integer limitOf(@Nullable Object form, String field) {
        return Arrays.stream(componentsOf(form))
                .filter(component -> component.getName().equals(field))
                .map(component -> component.getAccessor().getAnnotation(Size.class))
                .filter(size -> size != null && size.max() < Integer.MAX_VALUE)
                .map(Size::max)
                .findFirst()
                .orElse(null);
    }

    private static String rootOf(DetailedError error) {
        return error.getFieldName().split("[.\\[]", 2)[0];
    }

    private static RecordComponent[] componentsOf(@Nullable Object form) {
        var components = form == null ? null : form.getClass().getRecordComponents();
        return components == null ? new RecordComponent[0] : components;
    }
}
