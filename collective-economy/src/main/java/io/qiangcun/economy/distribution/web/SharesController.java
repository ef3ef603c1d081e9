package io.qiangcun.economy.distribution.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import io.qiangcun.economy.distribution.DistributionQueries;
import io.qiangcun.economy.distribution.Share;
import io.qiangcun.economy.distribution.Shares;
import io.qiangcun.economy.money.TypedMoney;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The shares of households in one collective. */
@Controller
@RequestMapping("/economy/books/{book}/shares")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_DISTRIBUTIONS + "')")
class SharesController {

    private static final int FORMER = 50;

    private final DistributionQueries queries;
    private final Shares shares;
    private final BookQueries books;
    private final Messages messages;
    private final Clock clock;

    SharesController(DistributionQueries queries, Shares shares, BookQueries books, Messages messages, Clock clock) {
        this.queries = queries;
        this.shares = shares;
        this.books = books;
        this.messages = messages;
        this.clock = clock;
    }

    /** A household and its shares from a day on. */
    record ShareForm(
            @NotBlank(message = "{economy.distribution.missing.holder}") @Size(max = 60)
            String holder,

            @NotBlank(message = "{economy.distribution.missing.shares}")
            String shares,

            @NotBlank(message = "{economy.distribution.missing.from}")
            String from,

            @Size(max = 200) String reason) {

        ShareForm {
            holder = Objects.requireNonNullElse(holder, "");
            shares = Objects.requireNonNullElse(shares, "");
            from = Objects.requireNonNullElse(from, "");
            reason = Objects.requireNonNullElse(reason, "");
        }

        Shares.@Nullable Set toCommand(BindingResult errors) {
            return set(holder, shares, from, errors);
        }

        /** As sheets say it, too. */
        static Shares.@Nullable Set set(String holder, String shares, String from, BindingResult errors) {
            var number = TypedMoney.number("shares", shares, 2, errors);
            var day = Typed.date("from", from, errors);
            if (number != null && number.signum() < 0) {
                errors.rejectValue("shares", "economy.distribution.refused.negative");
            }
            return errors.hasErrors() || number == null || day == null
                    ? null
                    : new Shares.Set(holder.strip(), number, day);
        }
    }

    @GetMapping
    String list(@PathVariable BookId book, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", new ShareForm("", "", LocalDate.now(clock).toString(), ""));
        return page(find(jurisdiction, book), jurisdiction, model);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.WRITE_DISTRIBUTIONS + "')")
    String set(
            @PathVariable BookId book,
            @Valid @ModelAttribute("form") ShareForm form,
            BindingResult errors,
            Actor actor,
            Jurisdiction jurisdiction,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        var row = find(jurisdiction, book);
        var command = form.toCommand(errors);
        if (command != null
                && Submission.succeeds(
                        errors, () -> shares.set(jurisdiction, actor, book, command, Typed.text(form.reason())))) {
            flash.addFlashAttribute("done", "economy.distribution.done.share");
            return "redirect:" + book.href() + "/shares";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", true);
        return page(row, jurisdiction, model);
    }

    @GetMapping("/export")
    void export(@PathVariable BookId book, Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        var row = find(jurisdiction, book);
        Spreadsheet.<Share>named(
                        messages.get("economy.distribution.shares.of", row.placeName()),
                        queries.shares(jurisdiction, book, LocalDate.now(clock)))
                .column(messages.get("economy.distribution.field.holder"), Share::holder)
                .column(messages.get("economy.distribution.field.shares"), Share::shares)
                .column(messages.get("economy.distribution.field.from"), Share::fromDay)
                .column(messages.get("economy.distribution.field.reason"), Share::reason)
                .writeTo(response);
    }

    private String page(BookRow book, Jurisdiction jurisdiction, Model model) {
        var held = queries.shares(jurisdiction, book.id(), LocalDate.now(clock));
        model.addAttribute("book", book);
        model.addAttribute("shares", held);
        model.addAttribute("sum", held.stream().map(Share::shares).reduce(BigDecimal.ZERO, BigDecimal::add));
        model.addAttribute("ended", queries.ended(jurisdiction, book.id(), FORMER));
        return "economy/distribution/shares";
    }

    private BookRow find(Jurisdiction jurisdiction, BookId book) {
        return books.find(jurisdiction, book).orElseThrow(() -> new BookNotFound(book));
    }
}
