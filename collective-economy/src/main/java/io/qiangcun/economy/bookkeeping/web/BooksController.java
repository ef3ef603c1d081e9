package io.qiangcun.economy.bookkeeping.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import io.qiangcun.economy.book.BookService;
import io.qiangcun.economy.book.OpenBook;
import io.qiangcun.economy.book.Variant;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All books of the jurisdiction, and new ones. */
@Controller
@RequestMapping("/economy/books")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')")
class BooksController {

    private static final String MAY_MANAGE = "hasAuthority('" + EconomyAuthorities.MANAGE_BOOKS + "')";

    private final BookQueries queries;
    private final BookService books;
    private final PlacesOfChoice places;
    private final Messages messages;
    private final Clock clock;

    BooksController(BookQueries queries, BookService books, PlacesOfChoice places, Messages messages, Clock clock) {
        this.queries = queries;
        this.books = books;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean waiting,
            Pageable page,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("text", text);
        model.addAttribute("waiting", waiting);
        model.addAttribute("books", queries.books(jurisdiction, text.strip(), waiting, page));
        model.addAttribute("isCounty", jurisdiction.level() == PlaceKind.COUNTY);
        model.addAttribute("today", LocalDate.now(clock));
        return "economy/book/list";
    }

    @GetMapping("/export")
    void export(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean waiting,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        Spreadsheet.<BookRow>named(
                        messages.get("economy.book.list.title"),
                        queries.books(jurisdiction, text.strip(), waiting, Pageable.unpaged()))
                .column(messages.get("place.township"), BookRow::townshipName)
                .column(messages.get("place.village"), BookRow::placeName)
                .column(field("name"), BookRow::name)
                .column(field("regime"), BookRow::regimeName)
                .column(field("open-month"), row -> row.openMonth() == null ? null : YearMonth.from(row.openMonth()))
                .column(field("last-posted"), BookRow::lastPosted)
                .column(field("waiting"), BookRow::waiting)
                .writeTo(response);
    }

    /** A new book. */
    record BookForm(String id, String place, @Size(max = 80) String name, String regime, String from, String variant) {

        BookForm {
            id = Objects.requireNonNullElse(id, "");
            place = Objects.requireNonNullElse(place, "");
            name = Objects.requireNonNullElse(name, "");
            regime = Objects.requireNonNullElse(regime, "");
            from = Objects.requireNonNullElse(from, "");
            variant = Objects.requireNonNullElse(variant, "");
        }

        @Nullable
        OpenBook toCommand(BindingResult errors) {
            require("place", place, errors);
            require("name", name, errors);
            require("regime", regime, errors);
            require("variant", variant, errors);
            var month = month(errors);
            return errors.hasErrors() || month == null
                    ? null
                    : new OpenBook(
                            Typed.sent(BookId::valueOf, id),
                            Typed.sent(PlaceCode::new, place),
                            name.strip(),
                            regime,
                            month,
                            Typed.sent(Variant::valueOf, variant));
        }

        private @Nullable YearMonth month(BindingResult errors) {
            try {
                return YearMonth.parse(from.strip());
            } catch (DateTimeException noMonth) {
                errors.rejectValue("from", "economy.book.refused.no-month");
                return null;
            }
        }

        private static void require(String field, String text, BindingResult errors) {
            if (text.isBlank()) {
                errors.rejectValue(field, "economy.book.refused.missing");
            }
        }
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_MANAGE)
    String open(Jurisdiction jurisdiction, Model model) {
        var january = YearMonth.from(LocalDate.now(clock)).withMonth(1);
        return form(
                new BookForm(
                        BookId.next().toString(),
                        "",
                        messages.get("economy.book.usual-name"),
                        "",
                        january.toString(),
                        Variant.A.name()),
                jurisdiction,
                model);
    }

    @PostMapping("/new")
    @PreAuthorize(MAY_MANAGE)
    String open(
            @Valid @ModelAttribute("form") BookForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var command = form.toCommand(errors);
        if (command != null && Submission.succeeds(errors, () -> books.open(jurisdiction, actor, command))) {
            flash.addFlashAttribute("done", "economy.book.done.opened");
            return "redirect:" + command.id().href();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(form, jurisdiction, model);
    }

    private String form(BookForm form, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "places",
                places.villages(jurisdiction).stream()
                        .map(place -> new Option(place.code().value(), place.fullName()))
                        .toList());
        model.addAttribute(
                "regimes",
                queries.regimes(LocalDate.now(clock)).stream()
                        .map(regime -> new Option(
                                regime.regime(),
                                messages.get("economy.book.regime-option", regime.name(), regime.basis())))
                        .toList());
        model.addAttribute(
                "variants",
                Arrays.stream(Variant.values())
                        .map(variant -> new Option(variant.name(), messages.get("economy.book.variant." + variant)))
                        .toList());
        return "economy/book/form";
    }

    private String field(String field) {
        return messages.get("economy.book.field." + field);
    }
}
