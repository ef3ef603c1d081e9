package io.qiangcun.grid.phone.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.gridevent.Channel;
import io.qiangcun.grid.gridevent.GridEventId;
import io.qiangcun.grid.gridevent.ReportGridEvent;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The form of the phone where no script runs; with one, the same fields are kept on the device first. */
record PhoneForm(
        String id,
        String kind,
        @Size(max = 500) String content,
        String place,
        @Size(max = 100) String spot,
        @Nullable Boolean urgent,
        @Size(max = 500) String result) {

    PhoneForm {
        id = given(id);
        kind = given(kind);
        content = given(content);
        place = given(place);
        spot = given(spot);
        urgent = Boolean.TRUE.equals(urgent);
        result = given(result);
    }

    static PhoneForm empty(PlaceCode here) {
        var own = here.kind().compareTo(PlaceKind.VILLAGE) >= 0 ? here.value() : "";
        return new PhoneForm(GridEventId.next().toString(), "", "", own, "", false, "");
    }

    /** For a device that knows by itself who uses it. */
    static PhoneForm blank() {
        return new PhoneForm("", "", "", "", "", false, "");
    }

    Optional<ReportGridEvent> toCommand(BindingResult errors) {
        required("kind", kind, "grid.phone.missing.kind", errors);
        required("content", content, "grid.phone.missing.content", errors);
        required("place", place, "grid.phone.missing.place", errors);
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new ReportGridEvent(
                Typed.sent(GridEventId::valueOf, id),
                Typed.sent(PlaceCode::valueOf, place),
                kind,
                Typed.text(content),
                Typed.text(spot),
                "",
                null,
                Boolean.TRUE.equals(urgent),
                false,
                Channel.PHONE,
                null,
                Typed.text(result)));
    }

    private static void required(String field, String text, String message, BindingResult errors) {
        if (text.isBlank()) {
            errors.rejectValue(field, message);
        }
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
