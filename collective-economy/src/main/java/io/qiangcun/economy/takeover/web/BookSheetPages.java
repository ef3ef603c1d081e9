package io.qiangcun.economy.takeover.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.SheetColumn;
import io.qiangcun.core.web.SheetForm;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import io.qiangcun.economy.takeover.web.LedgerSheets.Read;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages by which one sheet of one book comes in: the empty sheet, what is wrong in the filled one or what it adds up to,
 * and the entry of all or none. Between the looks nothing is kept but in the page.
 *
 * @param <E> what a line stands for
 */
@PreAuthorize("hasAuthority(this.authority())")
abstract class BookSheetPages<E> {

    private final String sort;
    private final BookQueries books;
    private final Messages messages;

    /** @param sort accounts, openings or vouchers: last part of the address and of message keys */
    BookSheetPages(String sort, BookQueries books, Messages messages) {
        this.sort = sort;
        this.books = books;
        this.messages = messages;
    }

    /** What a sheet adds up to: a row for each part of it, the last for the whole. */
    record Tally(List<String> headings, List<List<String>> rows, List<String> total) {}

    /** What somebody needs to see the pages. An annotation of the class below would not hold for the pages above it. */
    public abstract String authority();

    abstract List<SheetColumn> columns();

    abstract Read<E> read(byte[] file, BookRow book, UUID batch);

    /** What is wrong with which line when all are looked at together. */
    abstract Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, BookRow book, List<E> entries);

    abstract Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, BookRow book, List<E> entries);

    abstract Tally tally(Jurisdiction jurisdiction, BookRow book, List<E> entries);

    /** Where one goes on when all is entered. */
    abstract String next(BookId book);

    @GetMapping
    public String open(@PathVariable BookId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", SheetForm.empty());
        return page(find(jurisdiction, id), model);
    }

    @GetMapping("/template")
    public void template(@PathVariable BookId id, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        find(jurisdiction, id);
        var sheet = Spreadsheet.<String>named(messages.get("core.sheet.name", name()), List.of())
                .note(messages.get("core.sheet.note"));
        columns().forEach(column -> sheet.column(column.heading(messages), column.offered()));
        sheet.writeTo(response);
    }

    /** Looks at the sheet; nothing is entered yet. */
    @PostMapping
    public String look(
            @PathVariable BookId id,
            @ModelAttribute("form") SheetForm form,
            BindingResult errors,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var book = find(jurisdiction, id);
        if (file == null || file.isEmpty()) {
            errors.rejectValue("sheet", "core.sheet.missing");
            return refused(book, response, model);
        }
        if (file.getSize() > LedgerSheets.MOST.megabytes() * 1024L * 1024L) {
            errors.rejectValue("sheet", "core.sheet.too-large", new Object[] {LedgerSheets.MOST.megabytes()}, null);
            return refused(book, response, model);
        }
        var sent = form.with(file.getBytes());
        var read = read(book, sent, errors);
        if (read == null) {
            return refused(book, response, model);
        }
        read.sheet().add(check(jurisdiction, book, read.entries()));
        if (!read.sheet().isSound()) {
            return returned(book, read, response, model);
        }
        model.addAttribute("form", sent);
        model.addAttribute("book", book);
        model.addAttribute("sort", sort);
        model.addAttribute("lines", read.entries().size());
        model.addAttribute("tally", tally(jurisdiction, book, read.entries()));
        return "economy/takeover/confirm";
    }

    @PostMapping("/confirm")
    public String enter(
            @PathVariable BookId id,
            @ModelAttribute("form") SheetForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var book = find(jurisdiction, id);
        var read = read(book, form, errors);
        if (read == null) {
            return refused(book, response, model);
        }
        if (read.sheet().isSound()) {
            read.sheet().add(take(jurisdiction, actor, book, read.entries()));
        }
        if (!read.sheet().isSound()) {
            return returned(book, read, response, model);
        }
        flash.addFlashAttribute(
                "doneText",
                messages.get(
                        "economy.takeover." + sort + ".done", read.entries().size()));
        return "redirect:" + next(id);
    }

    private @Nullable Read<E> read(BookRow book, SheetForm form, BindingResult errors) {
        var read = new ArrayList<Read<E>>();
        Submission.succeeds(errors, () -> read.add(read(form.workbook(), book, form.batch())));
        return read.isEmpty() ? null : read.get(0);
    }

    private String returned(BookRow book, Read<E> read, HttpServletResponse response, Model model) {
        model.addAttribute("returned", read.sheet().returned(name()));
        return refused(book, response, model);
    }

    private String refused(BookRow book, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(book, model);
    }

    private String page(BookRow book, Model model) {
        model.addAttribute("book", book);
        model.addAttribute("sort", sort);
        model.addAttribute("mostLines", LedgerSheets.MOST.lines());
        return "economy/takeover/sheet";
    }

    private BookRow find(Jurisdiction jurisdiction, BookId id) {
        return books.find(jurisdiction, id).orElseThrow(() -> new BookNotFound(id));
    }

    private String name() {
        return messages.get("economy.takeover." + sort + ".name");
    }
}
