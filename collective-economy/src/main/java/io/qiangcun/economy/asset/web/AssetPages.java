package io.qiangcun.economy.asset.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.economy.asset.AssetKind;
import io.qiangcun.economy.asset.AssetQueries;
import io.qiangcun.economy.asset.AssetUse;
import io.qiangcun.economy.asset.Standing;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form of a new card and that of a known one have in common. */
@Component
class AssetPages {

    private final AssetQueries queries;
    private final BookQueries books;
    private final Messages messages;

    AssetPages(AssetQueries queries, BookQueries books, Messages messages) {
        this.queries = queries;
        this.books = books;
        this.messages = messages;
    }

    String refused(Jurisdiction jurisdiction, AssetForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(jurisdiction, form, model);
    }

    String form(Jurisdiction jurisdiction, AssetForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "book", books.find(jurisdiction, form.bookId()).orElseThrow(() -> new BookNotFound(form.book())));
        model.addAttribute("kinds", words("kind", AssetKind.values()));
        model.addAttribute("uses", words("use", AssetUse.values()));
        model.addAttribute("standings", words("standing", Standing.values()));
        model.addAttribute("lives", queries.lives());
        return "economy/asset/form";
    }

    private List<Option> words(String prefix, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), messages.get("economy.asset." + prefix + "." + value)))
                .toList();
    }
}
