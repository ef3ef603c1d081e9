package io.qiangcun.economy.asset.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.asset.AssetKind;
import io.qiangcun.economy.asset.AssetQueries;
import io.qiangcun.economy.asset.AssetQueries.Charge;
import io.qiangcun.economy.asset.AssetQueries.Filter;
import io.qiangcun.economy.asset.AssetQueries.View;
import io.qiangcun.economy.asset.AssetService;
import io.qiangcun.economy.asset.AssetState;
import io.qiangcun.economy.asset.Standing;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.VoucherId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
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

/** The cards of an area, new ones, and what is charged of those of a book in a month. */
@Controller
@RequestMapping("/economy/assets")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_ASSETS + "')")
class AssetsController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_ASSETS + "')";

    private final AssetQueries queries;
    private final AssetService assets;
    private final AssetPages pages;
    private final BookQueries books;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    AssetsController(
            AssetQueries queries,
            AssetService assets,
            AssetPages pages,
            BookQueries books,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.assets = assets;
        this.pages = pages;
        this.books = books;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is asked of the list. */
    record FilterForm(
            @Nullable PlaceCode place,
            @Nullable AssetKind kind,
            @Nullable Standing standing,
            @Nullable AssetState state,
            @Nullable String text) {

        Filter toFilter() {
            return new Filter(place, kind, standing, state, text == null ? "" : text.strip());
        }
    }

    @GetMapping
    String list(@ModelAttribute("filter") FilterForm filter, Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("assets", queries.assets(jurisdiction, within(filter, jurisdiction), page));
        model.addAttribute("kinds", AssetKind.values());
        model.addAttribute("standings", Standing.values());
        model.addAttribute("above", jurisdiction.level() != PlaceKind.VILLAGE);
        return "economy/asset/list";
    }

    private Filter within(FilterForm filter, Jurisdiction jurisdiction) {
        if (filter.place() != null) {
            places.require(filter.place(), jurisdiction);
        }
        return filter.toFilter();
    }

    @GetMapping("/export")
    void export(@ModelAttribute("filter") FilterForm filter, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var found = queries.assets(jurisdiction, within(filter, jurisdiction), Pageable.unpaged());
        Spreadsheet.<View>named(messages.get("economy.asset.list.title"), found.getContent())
                .column(messages.get("place.village"), View::placeName)
                .column(field("number"), View::number)
                .column(field("name"), View::name)
                .column(field("kind"), row -> messages.get("economy.asset.kind." + row.kind()))
                .column(field("location"), View::location)
                .column(field("quantity"), View::quantity)
                .column(field("unit"), View::unit)
                .column(field("acquired-on"), View::acquiredOn)
                .column(field("cost"), View::cost)
                .column(field("charged"), View::charged)
                .column(field("net"), View::net)
                .column(field("standing"), row -> messages.get("economy.asset.standing." + row.standing()))
                .column(field("state"), row -> messages.get("economy.asset.state." + row.state()))
                .writeTo(response);
    }

    /** Where there are several books, one is chosen first. */
    @GetMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String open(@RequestParam(required = false) @Nullable BookId book, Jurisdiction jurisdiction, Model model) {
        if (book != null) {
            return pages.form(jurisdiction, AssetForm.empty(book, LocalDate.now(clock)), model);
        }
        var known = books.books(jurisdiction);
        if (known.size() == 1) {
            return pages.form(jurisdiction, AssetForm.empty(known.get(0).id(), LocalDate.now(clock)), model);
        }
        model.addAttribute(
                "books",
                known.stream()
                        .map(one -> new Option(one.bookId().toString(), one.placeName() + " " + one.name()))
                        .toList());
        return "economy/asset/choose";
    }

    @PostMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String write(
            @Valid @ModelAttribute("form") AssetForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var command = form.toCommand(errors);
        if (command.isEmpty() || !Submission.succeeds(errors, () -> assets.write(jurisdiction, actor, command.get()))) {
            return pages.refused(jurisdiction, form, model, response);
        }
        flash.addFlashAttribute("done", "economy.asset.done.written");
        return "redirect:" + command.get().id().href();
    }

    @GetMapping("/charges")
    String charges(
            @RequestParam BookId book,
            @RequestParam(required = false) @Nullable YearMonth month,
            Jurisdiction jurisdiction,
            Model model) {
        return charges(book(jurisdiction, book), month == null ? YearMonth.now(clock) : month, jurisdiction, model);
    }

    private String charges(BookRow book, YearMonth month, Jurisdiction jurisdiction, Model model) {
        var charges = queries.charges(jurisdiction, book.id(), month);
        model.addAttribute("book", book);
        model.addAttribute("month", month);
        model.addAttribute("charges", charges);
        model.addAttribute(
                "sum",
                Money.sum(charges.stream().map(charge -> charge.amount(month)).toList()));
        model.addAttribute("open", charges.stream().anyMatch(charge -> charge.booked() == null));
        model.addAttribute("voucher", VoucherId.next());
        return "economy/asset/charges";
    }

    @GetMapping("/charges/export")
    void exportCharges(
            @RequestParam BookId book,
            @RequestParam YearMonth month,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var row = book(jurisdiction, book);
        Spreadsheet.<Charge>named(
                        messages.get("economy.asset.charges.of", row.placeName(), month),
                        queries.charges(jurisdiction, book, month))
                .column(field("number"), Charge::number)
                .column(field("name"), Charge::name)
                .column(field("kind"), charge -> messages.get("economy.asset.kind." + charge.kind()))
                .column(field("use"), charge -> messages.get("economy.asset.use." + charge.use()))
                .column(field("cost"), Charge::cost)
                .column(field("months"), Charge::months)
                .column(field("before"), Charge::before)
                .column(field("charge"), charge -> charge.amount(month).yuan())
                .writeTo(response);
    }

    /** Drafts the voucher of the month. */
    @PostMapping("/charges")
    @PreAuthorize(MAY_WRITE)
    String charge(
            @RequestParam BookId book,
            @RequestParam YearMonth month,
            @RequestParam VoucherId voucher,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var row = book(jurisdiction, book);
        try {
            assets.charge(
                    jurisdiction, actor, book, month, voucher, messages.get("economy.asset.summary.charge", month));
        } catch (RuleViolated no) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", messages.get(no.messageKey(), no.arguments()));
            return charges(row, month, jurisdiction, model);
        }
        flash.addFlashAttribute("done", "economy.asset.done.charged");
        return "redirect:" + voucher.href();
    }

    private BookRow book(Jurisdiction jurisdiction, BookId id) {
        return books.find(jurisdiction, id).orElseThrow(() -> new BookNotFound(id));
    }

    private String field(String field) {
        return messages.get("economy.asset.field." + field);
    }
}
