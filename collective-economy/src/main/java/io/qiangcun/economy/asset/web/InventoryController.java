package io.qiangcun.economy.asset.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.asset.AssetId;
import io.qiangcun.economy.asset.AssetQueries;
import io.qiangcun.economy.asset.AssetService;
import io.qiangcun.economy.asset.AssetService.Count;
import io.qiangcun.economy.asset.CountResult;
import io.qiangcun.economy.asset.InventoryId;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.voucher.VoucherId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Inventories: a sheet to print, what was found, and a second person. */
@Controller
@RequestMapping("/economy/inventories")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_ASSETS + "')")
class InventoryController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_ASSETS + "')";

    private final AssetQueries queries;
    private final AssetService assets;
    private final BookQueries books;
    private final Messages messages;
    private final Clock clock;

    InventoryController(AssetQueries queries, AssetService assets, BookQueries books, Messages messages, Clock clock) {
        this.queries = queries;
        this.assets = assets;
        this.books = books;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("inventories", queries.inventories(jurisdiction, page));
        model.addAttribute("id", InventoryId.next());
        model.addAttribute(
                "books",
                books.books(jurisdiction).stream()
                        .map(one -> new Option(one.bookId().toString(), one.placeName() + " " + one.name()))
                        .toList());
        return "economy/asset/inventories";
    }

    @PostMapping
    @PreAuthorize(MAY_WRITE)
    String begin(
            @RequestParam InventoryId id,
            @RequestParam BookId book,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        try {
            assets.begin(jurisdiction, actor, id, book, LocalDate.now(clock));
        } catch (RuleViolated open) {
            flash.addFlashAttribute("problem", messages.get(open.messageKey(), open.arguments()));
            return "redirect:/economy/inventories";
        }
        return "redirect:" + id.href();
    }

    @GetMapping("/{inventory}")
    String show(
            @PathVariable InventoryId inventory,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        var found = queries.inventory(jurisdiction, inventory);
        var own = found.recordedBy().equals(me.actor().login())
                || found.recordedByPerson().equals(me.actor().holder());
        var writes = found.open() && me.may(EconomyAuthorities.WRITE_ASSETS);
        model.addAttribute("inventory", found);
        model.addAttribute("lines", queries.counted(jurisdiction, inventory));
        model.addAttribute("results", CountResult.values());
        model.addAttribute("counts", writes);
        model.addAttribute("confirms", writes && !own && found.cards() > 0 && found.counted() == found.cards());
        model.addAttribute("voucher", VoucherId.next());
        return "economy/asset/inventory";
    }

    /** What was found, card by card. */
    record CountForm(String version, @Valid List<CardForm> lines) {

        CountForm {
            version = Objects.requireNonNullElse(version, "");
            lines = Objects.requireNonNullElse(lines, List.of());
        }
    }

    /** What was found of one card; nothing as long as it was not counted. */
    record CardForm(
            String card, String result, @Size(max = 200) String note) {

        CardForm {
            card = Objects.requireNonNullElse(card, "");
            result = Objects.requireNonNullElse(result, "");
            note = Objects.requireNonNullElse(note, "");
        }

        Count toCount() {
            return new Count(
                    Typed.sent(AssetId::valueOf, card),
                    result.isEmpty() ? null : Typed.sent(CountResult::valueOf, result),
                    Typed.text(note));
        }
    }

    @PostMapping("/{inventory}/count")
    @PreAuthorize(MAY_WRITE)
    String count(
            @PathVariable InventoryId inventory,
            @Valid @ModelAttribute("form") CountForm form,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        queries.inventory(jurisdiction, inventory);
        var version = Typed.sent(Long::parseLong, form.version());
        var counts = form.lines().stream().map(CardForm::toCount).toList();
        return step(
                inventory,
                () -> assets.count(jurisdiction, me.actor(), inventory, version, counts),
                "counted",
                new Asked(jurisdiction, me, model, response, flash));
    }

    @PostMapping("/{inventory}/confirm")
    @PreAuthorize(MAY_WRITE)
    String confirm(
            @PathVariable InventoryId inventory,
            @RequestParam long version,
            @RequestParam VoucherId voucher,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var found = queries.inventory(jurisdiction, inventory);
        return step(
                inventory,
                () -> assets.confirm(
                        jurisdiction,
                        me.actor(),
                        inventory,
                        version,
                        voucher,
                        messages.get("economy.asset.summary.inventory", found.countedOn())),
                "confirmed",
                new Asked(jurisdiction, me, model, response, flash));
    }

    /** Who asks, and what the answer is written on. */
    private record Asked(
            Jurisdiction jurisdiction,
            SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {}

    private String step(InventoryId inventory, Runnable act, String done, Asked asked) {
        try {
            act.run();
        } catch (RuleViolated no) {
            asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            asked.model().addAttribute("problem", messages.get(no.messageKey(), no.arguments()));
            return show(inventory, asked.jurisdiction(), asked.me(), asked.model());
        }
        asked.flash().addFlashAttribute("done", "economy.asset.done." + done);
        return "redirect:" + inventory.href();
    }
}
