package io.qiangcun.economy.voucher.web;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.economy.book.AccountRow;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.web.VoucherForm.Read;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** What the form of a new voucher and that of a draft have in common. */
@Component
class VoucherPages {

    static final String MORE = "more";
    static final String SUBMIT = "submit";
    private static final Pattern OF_LINE = Pattern.compile("lines\\[(\\d+)]\\.(\\w+)");

    private final BookQueries books;
    private final Messages messages;

    VoucherPages(BookQueries books, Messages messages) {
        this.books = books;
        this.messages = messages;
    }

    BookRow find(Jurisdiction jurisdiction, BookId id) {
        return books.find(jurisdiction, id).orElseThrow(() -> new BookNotFound(id));
    }

    /** Empty if the form has to be shown again. */
    Optional<Read> read(BookRow book, VoucherForm form, String act, BindingResult errors, Consumer<Read> write) {
        var read = form.toCommand(book.id(), errors);
        if (act.equals(SUBMIT) && !errors.hasErrors()) {
            requireBalance(form, errors);
        }
        if (read.isEmpty() || errors.hasErrors()) {
            return Optional.empty();
        }
        try {
            write.accept(read.get());
        } catch (RuleViolated no) {
            no.problems().forEach(problem -> reject(problem, form, read.get().slots(), errors));
        }
        return errors.hasErrors() ? Optional.empty() : read;
    }

    /** What is submitted with the form has to be right at once, so that nothing is kept by half. */
    private void requireBalance(VoucherForm form, BindingResult errors) {
        var debits = form.sum("D");
        var credits = form.sum("C");
        if (debits.compareTo(credits) != 0) {
            errors.reject(
                    "economy.voucher.refused.unbalanced",
                    new Object[] {
                        debits.toPlainString(),
                        credits.toPlainString(),
                        debits.subtract(credits).toPlainString()
                    },
                    null);
        }
        if (form.voucherKind().needsAttachment()
                && (form.sheets().isBlank() || form.sheets().equals("0"))) {
            errors.rejectValue("sheets", "economy.voucher.refused.nothing-attached");
        }
    }

    /** At the slot in which the line stands, and on the side on which its amount was typed. */
    private void reject(Problem problem, VoucherForm form, List<Integer> slots, BindingResult errors) {
        var line = OF_LINE.matcher(Objects.requireNonNullElse(problem.field(), ""));
        if (!line.matches()) {
            FormErrors.reject(problem, errors);
            return;
        }
        var slot = slots.get(Integer.parseInt(line.group(1)));
        var side = form.lines().get(slot).debit().isBlank() ? "credit" : "debit";
        var field = line.group(2).equals("amount") ? side : line.group(2);
        errors.rejectValue(
                "lines[" + slot + "]." + field,
                "economy.voucher.at-line",
                new Object[] {
                    slot + 1,
                    messages.get(problem.messageKey(), problem.arguments().toArray())
                },
                null);
    }

    String refused(
            Jurisdiction jurisdiction, BookRow book, VoucherForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(jurisdiction, book, form, model);
    }

    String form(Jurisdiction jurisdiction, BookRow book, VoucherForm form, Model model) {
        var accounts = books.accounts(jurisdiction, book.id());
        model.addAttribute("form", form);
        model.addAttribute("book", book);
        model.addAttribute("opening", form.kind().equals(VoucherKind.OPENING.name()));
        model.addAttribute(
                "accounts",
                accounts.stream().filter(AccountRow::leaf).map(this::option).toList());
        model.addAttribute(
                "details",
                books.details(jurisdiction, book.id()).stream()
                        .map(BookQueries.Detail::name)
                        .distinct()
                        .toList());
        model.addAttribute(
                "wanting",
                accounts.stream()
                        .filter(account -> account.leaf() && account.required())
                        .map(account -> account.code() + account.name())
                        .collect(Collectors.joining("、")));
        model.addAttribute(
                "kinds",
                List.of(VoucherKind.NORMAL, VoucherKind.CORRECTING, VoucherKind.DISTRIBUTION, VoucherKind.CLOSING)
                        .stream()
                        .map(kind -> new Option(kind.name(), messages.get("economy.voucher.kind." + kind)))
                        .toList());
        return "economy/voucher/form";
    }

    Option option(AccountRow account) {
        var dimension = account.dimension();
        return new Option(
                account.code() + " " + account.name(),
                dimension == null ? "" : messages.get("economy.book.dimension." + dimension));
    }
}
