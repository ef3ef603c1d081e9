package io.qiangcun.party.contact.web;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.contact.RecordVisit;
import io.qiangcun.party.contact.VisitId;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The form that records a visit: households are named, or only counted. */
record VisitForm(
        String id,
        String on,
        String visitor,
        String subject,
        @Nullable List<String> households,
        String count,
        @Size(max = 500) String note,
        @Size(max = 500) String asked) {

    VisitForm {
        id = given(id);
        on = given(on);
        visitor = given(visitor);
        subject = given(subject);
        households = households == null ? List.of() : List.copyOf(households);
        count = given(count);
        note = given(note);
        asked = given(asked);
    }

    static VisitForm empty(LocalDate today, @Nullable PersonId visitor) {
        return new VisitForm(
                VisitId.next().toString(),
                today.toString(),
                visitor == null ? "" : visitor.toString(),
                "",
                List.of(),
                "",
                "",
                "");
    }

    Optional<RecordVisit> toCommand(PlaceCode place, BindingResult errors) {
        var day = Typed.date("on", on, errors);
        var counted = Typed.count("count", count, errors);
        if (day == null && !errors.hasFieldErrors("on")) {
            errors.rejectValue("on", "party.contact.refused.no-day");
        }
        if (visitor.isEmpty()) {
            errors.rejectValue("visitor", "party.contact.refused.visitor-unknown");
        }
        if (subject.isEmpty()) {
            errors.rejectValue("subject", "party.contact.refused.no-subject");
        }
        return day == null || errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new RecordVisit(
                        Typed.sent(VisitId::valueOf, id),
                        place,
                        day,
                        Typed.sent(PersonId::valueOf, visitor),
                        subject,
                        AssignForm.ids(households),
                        counted,
                        Typed.text(note),
                        Typed.text(asked)));
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
