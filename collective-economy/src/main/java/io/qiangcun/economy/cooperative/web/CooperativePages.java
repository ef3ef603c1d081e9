package io.qiangcun.economy.cooperative.web;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.account.UnitDirectory.Unit;
import io.qiangcun.core.account.Units;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.cooperative.CooperativeMode;
import io.qiangcun.economy.cooperative.Industry;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form of a new cooperative and that of a known one have in common. */
@Component
class CooperativePages {

    /** The regulation under which cooperatives keep books. */
    private static final String REGIME = "COOPERATIVE_2021";

    private final Units units;
    private final PlaceTree places;
    private final BookQueries books;
    private final CurrentAccount account;
    private final Messages messages;

    CooperativePages(Units units, PlaceTree places, BookQueries books, CurrentAccount account, Messages messages) {
        this.units = units;
        this.places = places;
        this.books = books;
        this.account = account;
        this.messages = messages;
    }

    String refused(Jurisdiction jurisdiction, CooperativeForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(jurisdiction, form, model);
    }

    String form(Jurisdiction jurisdiction, CooperativeForm form, Model model) {
        var place = places.require(form.placeCode(), jurisdiction);
        model.addAttribute("form", form);
        model.addAttribute("at", place);
        model.addAttribute(
                "branches",
                branches(jurisdiction, form).entrySet().stream()
                        .map(unit -> new Option(unit.getKey().toString(), unit.getValue()))
                        .toList());
        model.addAttribute("industries", words("industry", Industry.values()));
        model.addAttribute("modes", words("mode", CooperativeMode.values()));
        model.addAttribute(
                "books",
                account.may(EconomyAuthorities.READ_BOOKS)
                        ? books.books(jurisdiction.narrowedTo(place.code())).stream()
                                .filter(book -> book.regime().equals(REGIME)
                                        && book.place().equals(place.code()))
                                .map(book -> new Option(book.bookId().toString(), book.name()))
                                .toList()
                        : List.<Option>of());
        return "economy/cooperative/form";
    }

    /** Organisations of the Party that may lead it. */
    Map<UUID, String> branches(Jurisdiction jurisdiction, CooperativeForm form) {
        var known = new LinkedHashMap<UUID, String>();
        for (Unit unit : units.at(jurisdiction, form.placeCode())) {
            known.put(unit.id(), unit.name());
        }
        return known;
    }

    List<Option> words(String prefix, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), word(prefix, value)))
                .toList();
    }

    String word(String prefix, Enum<?> value) {
        return messages.get("economy.cooperative." + prefix + "." + value);
    }
}
