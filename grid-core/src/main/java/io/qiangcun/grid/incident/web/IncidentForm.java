package io.qiangcun.grid.incident.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.incident.BeginIncident;
import io.qiangcun.grid.incident.IncidentId;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The form that switches an incident on. */
record IncidentForm(
        String id,
        String kind,
        @Size(max = 60) String title,
        @Size(max = 500) String reason,
        List<String> places) {

    IncidentForm {
        id = given(id);
        kind = given(kind);
        title = given(title);
        reason = given(reason);
        places = places == null ? List.of() : List.copyOf(places);
    }

    static IncidentForm empty() {
        return new IncidentForm(IncidentId.next().toString(), "", "", "", List.of());
    }

    Optional<BeginIncident> toCommand(BindingResult errors) {
        required("kind", kind, errors);
        required("title", title, errors);
        required("reason", reason, errors);
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new BeginIncident(
                        Typed.sent(IncidentId::valueOf, id),
                        kind,
                        Typed.text(title),
                        Typed.text(reason),
                        chosen(places)));
    }

    static List<PlaceCode> chosen(List<String> places) {
        return places.stream()
                .filter(place -> !place.isBlank())
                .map(place -> Typed.sent(PlaceCode::valueOf, place))
                .toList();
    }

    static void required(String field, String text, BindingResult errors) {
        if (text.isBlank()) {
            errors.rejectValue(field, "grid.incident.missing." + field);
        }
    }

    static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
