package io.qiangcun.services.centre.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.services.centre.CentreKind;
import io.qiangcun.services.centre.CentreQueries;
import io.qiangcun.services.centre.CentreView;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of centres have in common. */
@Component
class CentrePages {

    private final CentreQueries queries;
    private final PlacesOfChoice places;
    private final Messages messages;

    CentrePages(CentreQueries queries, PlacesOfChoice places, Messages messages) {
        this.queries = queries;
        this.places = places;
        this.messages = messages;
    }

    String refused(Jurisdiction jurisdiction, CentreForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(jurisdiction, form, model);
    }

    String form(Jurisdiction jurisdiction, CentreForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("kinds", words("kind", CentreKind.values()));
        model.addAttribute("days", words("day", DayOfWeek.values(), DayOfWeek::getValue));
        model.addAttribute(
                "offered",
                queries.functions(jurisdiction).stream()
                        .filter(function ->
                                !function.retired() || form.functions().contains(function.functionCode()))
                        .map(function -> new Option(function.functionCode(), function.title()))
                        .toList());
        if (form.version().isEmpty()) {
            model.addAttribute(
                    "places",
                    places.in(jurisdiction).stream()
                            .map(place -> new Option(place.code().value(), place.fullName()))
                            .toList());
        }
        return "services/centre/form";
    }

    /** Days and hours as a reader says them; empty while none are known. */
    String hours(CentreView centre) {
        if (centre.openFrom() == null || centre.openUntil() == null) {
            return "";
        }
        var days = centre.days().size() == DayOfWeek.values().length
                ? messages.get("services.centre.every-day")
                : centre.days().stream()
                        .map(day -> messages.get("services.centre.day." + day))
                        .collect(Collectors.joining(messages.get("services.centre.day-separator")));
        return messages.get(
                "services.centre.hours",
                days,
                centre.openFrom().toString(),
                centre.openUntil().toString());
    }

    String word(String prefix, Enum<?> value) {
        return messages.get("services.centre." + prefix + "." + value);
    }

    String field(String field) {
        return messages.get("services.centre.field." + field);
    }

    private List<Option> words(String prefix, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), word(prefix, value)))
                .toList();
    }

    private <E extends Enum<E>> List<Option> words(String prefix, E[] values, ToIntFunction<E> number) {
        return Arrays.stream(values)
                .map(value -> new Option(Integer.toString(number.applyAsInt(value)), word(prefix, value)))
                .toList();
    }
}
