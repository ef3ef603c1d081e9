package io.qiangcun.grid.gridevent.web;

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

/**
 * The form that reports a grid event; nobody is asked for a photo.
 *
 * @param sure that it is not one of those that look alike
 */
record ReportForm(
        String id,
        String kind,
        String place,
        @Size(max = 500) String content,
        @Size(max = 100) String spot,
        @Size(max = 60) String affected,
        @Nullable Boolean urgent,
        @Nullable Boolean confidential,
        @Size(max = 500) String result,
        @Nullable Boolean sure) {

    ReportForm {
        id = given(id);
        kind = given(kind);
        place = given(place);
        content = given(content);
        spot = given(spot);
        affected = given(affected);
        urgent = Boolean.TRUE.equals(urgent);
        confidential = Boolean.TRUE.equals(confidential);
        result = given(result);
        sure = Boolean.TRUE.equals(sure);
    }

    static ReportForm empty(PlaceCode here) {
        var own = here.kind().compareTo(PlaceKind.GRID) >= 0 ? here.value() : "";
        return new ReportForm(GridEventId.next().toString(), "", own, "", "", "", false, false, "", false);
    }

    static ReportForm begun(String place, String content) {
        return new ReportForm(GridEventId.next().toString(), "", place, content, "", "", false, false, "", false);
    }

    boolean isSure() {
        return Boolean.TRUE.equals(sure);
    }

    Optional<ReportGridEvent> toCommand(BindingResult errors) {
        required("kind", kind, errors);
        required("place", place, errors);
        required("content", content, errors);
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new ReportGridEvent(
                Typed.sent(GridEventId::valueOf, id),
                Typed.sent(PlaceCode::valueOf, place),
                kind,
                Typed.text(content),
                Typed.text(spot),
                Typed.text(affected),
                null,
                Boolean.TRUE.equals(urgent),
                Boolean.TRUE.equals(confidential),
                Channel.DESK,
                null,
                Typed.text(result)));
    }

    private static void required(String field, String text, BindingResult errors) {
        if (text.isBlank()) {
            errors.rejectValue(field, "grid.event.missing." + field);
        }
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
