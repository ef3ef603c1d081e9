package io.qiangcun.economy.company.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.economy.company.CompanyKind;
import io.qiangcun.economy.company.Split;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form of a new company and that of a known one have in common. */
@Component
class CompanyPages {

    private final PlacesOfChoice places;
    private final Messages messages;

    CompanyPages(PlacesOfChoice places, Messages messages) {
        this.places = places;
        this.messages = messages;
    }

    String refused(Jurisdiction jurisdiction, CompanyForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(jurisdiction, form, model);
    }

    String form(Jurisdiction jurisdiction, CompanyForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "places",
                places.in(jurisdiction).stream()
                        .filter(place -> place.code().kind() != PlaceKind.VILLAGE)
                        .map(place -> new Option(place.code().value(), place.fullName()))
                        .toList());
        model.addAttribute("kinds", words("kind", CompanyKind.values()));
        model.addAttribute("splits", words("split", Split.values()));
        return "economy/company/form";
    }

    List<Option> words(String prefix, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), word(prefix, value)))
                .toList();
    }

    String word(String prefix, Enum<?> value) {
        return messages.get("economy.company." + prefix + "." + value);
    }

    String field(String field) {
        return messages.get("economy.company.field." + field);
    }
}
