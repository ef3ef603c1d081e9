package io.qiangcun.economy.distribution.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Submission;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import io.qiangcun.economy.distribution.DistributionNotFound;
import io.qiangcun.economy.distribution.DistributionQueries;
import io.qiangcun.economy.distribution.DistributionState;
import io.qiangcun.economy.distribution.Distributions;
import io.qiangcun.economy.distribution.Share;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a book has to distribute, and what was proposed before. */
@Controller
@RequestMapping("/economy/books/{book}/distribution")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_DISTRIBUTIONS + "')")
class BookDistributionController {

    private final DistributionQueries queries;
    private final Distributions distributions;
    private final BookQueries books;
    private final Clock clock;

    BookDistributionController(
            DistributionQueries queries, Distributions distributions, BookQueries books, Clock clock) {
        this.queries = queries;
        this.distributions = distributions;
        this.books = books;
        this.clock = clock;
    }

    @GetMapping
    String open(
            @PathVariable BookId book,
            @RequestParam(required = false) @Nullable Integer year,
            Jurisdiction jurisdiction,
            Model model) {
        return page(find(jurisdiction, book), year, null, jurisdiction, model);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.WRITE_DISTRIBUTIONS + "')")
    String propose(
            @PathVariable BookId book,
            @Valid @ModelAttribute("form") DistributionForm form,
            BindingResult errors,
            Actor actor,
            Jurisdiction jurisdiction,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        var row = find(jurisdiction, book);
        var command = form.toCommand(book, errors);
        if (command.isPresent()
                && Submission.succeeds(errors, () -> distributions.propose(jurisdiction, actor, command.get()))) {
            flash.addFlashAttribute("done", "economy.distribution.done.shown");
            return "redirect:" + command.get().id().href();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", true);
        return page(row, form.number(), form, jurisdiction, model);
    }

    private String page(
            BookRow book,
            @Nullable Integer asked,
            @Nullable DistributionForm form,
            Jurisdiction jurisdiction,
            Model model) {
        var years = books.years(jurisdiction, book.id());
        var before = queries.of(jurisdiction, book.id());
        var today = LocalDate.now(clock);
        var year = asked == null ? latest(years, today) : asked;
        if (!years.contains(year)) {
            throw new DistributionNotFound(year);
        }
        var shares = queries.shares(jurisdiction, book.id(), LocalDate.of(year, 12, 31));
        var standing = queries.result(jurisdiction, book.id(), year);
        var done = before.stream()
                .filter(row -> row.year() == year && row.state() != DistributionState.DROPPED)
                .findFirst();
        model.addAttribute("book", book);
        model.addAttribute("years", years);
        model.addAttribute("year", year);
        model.addAttribute("before", before);
        model.addAttribute("there", done.orElse(null));
        model.addAttribute("standing", standing);
        model.addAttribute("result", standing.result());
        model.addAttribute("holders", shares.size());
        model.addAttribute("shares", shares.stream().map(Share::shares).reduce(BigDecimal.ZERO, BigDecimal::add));
        if (form == null) {
            var percent = before.stream()
                    .map(DistributionQueries.Row::reservePercent)
                    .map(used -> used.stripTrailingZeros().toPlainString())
                    .findFirst()
                    .orElse("");
            model.addAttribute(
                    "form",
                    new DistributionForm(
                            UUID.randomUUID().toString(),
                            String.valueOf(year),
                            "",
                            percent,
                            "",
                            "",
                            "",
                            today.toString(),
                            ""));
        }
        return "economy/distribution/book";
    }

    /** The year that was closed last, or the first there is. */
    private static int latest(java.util.List<Integer> years, LocalDate today) {
        var over = years.stream().filter(year -> year < today.getYear()).collect(Collectors.toSet());
        return over.stream().max(Integer::compare).orElse(years.get(0));
    }

    private BookRow find(Jurisdiction jurisdiction, BookId book) {
        return books.find(jurisdiction, book).orElseThrow(() -> new BookNotFound(book));
    }
}
