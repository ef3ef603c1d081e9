package io.qiangcun.economy.voucher.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.VoucherStacks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The vouchers of a book that wait, reviewed and posted as one stack. */
@Controller
@RequestMapping("/economy/books/{id}/stack")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.REVIEW_VOUCHERS + "')")
class StackController {

    /** As many as somebody may be thought to read on one page. */
    private static final int MOST_SHOWN = 400;

    private final VoucherStacks stacks;
    private final VoucherPages pages;
    private final Messages messages;

    StackController(VoucherStacks stacks, VoucherPages pages, Messages messages) {
        this.stacks = stacks;
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping
    String show(
            @PathVariable BookId id,
            @RequestParam(required = false) @Nullable YearMonth month,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model) {
        model.addAttribute("book", pages.find(jurisdiction, id));
        model.addAttribute("month", month);
        model.addAttribute("months", stacks.months(jurisdiction, id));
        var sum = stacks.sum(jurisdiction, actor, id, month);
        model.addAttribute("sum", sum);
        model.addAttribute("tooMany", sum.vouchers() > MOST_SHOWN);
        model.addAttribute("items", stacks.items(jurisdiction, id, month, MOST_SHOWN));
        return "economy/voucher/stack";
    }

    @PostMapping("/review")
    String review(
            @PathVariable BookId id,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(defaultValue = "") String seen,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        pages.find(jurisdiction, id);
        try {
            var done = stacks.review(jurisdiction, actor, id, month, seen);
            flash.addFlashAttribute("doneText", messages.get("economy.voucher.chosen.reviewed", done));
        } catch (RuleViolated no) {
            return refused(id, month, no, jurisdiction, actor, model, response);
        }
        return "redirect:" + id.href() + "/stack" + (month == null ? "" : "?month=" + month);
    }

    @PostMapping("/post")
    String post(
            @PathVariable BookId id,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(defaultValue = "") String seen,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        pages.find(jurisdiction, id);
        try {
            var done = stacks.post(jurisdiction, actor, id, month, seen);
            flash.addFlashAttribute("doneText", messages.get("economy.voucher.chosen.posted", done));
        } catch (RuleViolated no) {
            return refused(id, month, no, jurisdiction, actor, model, response);
        }
        return "redirect:" + id.href() + "/stack";
    }

    private String refused(
            BookId id,
            @Nullable YearMonth month,
            RuleViolated no,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", messages.get(no.messageKey(), no.arguments()));
        return show(id, month, jurisdiction, actor, model);
    }
}
