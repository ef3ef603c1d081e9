package io.qiangcun.grid.shop.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.shop.GoodId;
import io.qiangcun.grid.shop.RedemptionId;
import io.qiangcun.grid.shop.ShelfService;
import io.qiangcun.grid.shop.ShopAuthorities;
import io.qiangcun.grid.shop.ShopQueries;
import io.qiangcun.grid.shop.ShopQueries.RedemptionRow;
import io.qiangcun.grid.shop.web.ShopForms.ActForm;
import io.qiangcun.grid.shop.web.ShopForms.GoodForm;
import io.qiangcun.grid.shop.web.ShopForms.RedeemForm;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
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

/** The shelf of a village: goods, what came in, and what households took. */
@Controller
@RequestMapping("/grid/shop")
@PreAuthorize("hasAuthority('" + ShopAuthorities.READ + "')")
class ShelfController {

    private static final String MAY_KEEP = "hasAuthority('" + ShopAuthorities.KEEP + "')";

    private final ShopQueries queries;
    private final ShelfService service;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    ShelfController(ShopQueries queries, ShelfService service, PlaceTree places, Messages messages, Clock clock) {
        this.queries = queries;
        this.service = service;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/{place}/goods/new")
    @PreAuthorize(MAY_KEEP)
    String open(@PathVariable PlaceCode place, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("village", ShopController.village(places, place, jurisdiction));
        model.addAttribute("form", GoodForm.empty(today()));
        return "grid/shop/good-form";
    }

    @PostMapping("/{place}/goods/new")
    @PreAuthorize(MAY_KEEP)
    String shelve(
            @PathVariable PlaceCode place,
            @Valid @ModelAttribute("form") GoodForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        model.addAttribute("village", ShopController.village(places, place, jurisdiction));
        var price = ShopForms.number("price", form.price(), errors);
        var id = Typed.sent(GoodId::valueOf, form.id());
        if (price != null
                && Submission.succeeds(
                        errors,
                        () -> service.shelve(
                                jurisdiction,
                                actor,
                                id.value(),
                                place,
                                Typed.text(form.name()),
                                Typed.text(form.unit()),
                                price))) {
            flash.addFlashAttribute("done", "grid.shop.done.shelved");
            return "redirect:" + id.href();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "grid/shop/good-form";
    }

    @GetMapping("/goods/{id}")
    String show(@PathVariable GoodId id, Jurisdiction jurisdiction, Model model) {
        var good = queries.good(jurisdiction, id.value());
        model.addAttribute("form", GoodForm.empty(today()).priced(good.price(), good.withdrawnOn() != null));
        return page(id, jurisdiction, model);
    }

    @PostMapping("/goods/{id}/move")
    @PreAuthorize(MAY_KEEP)
    String move(
            @PathVariable GoodId id,
            @Valid @ModelAttribute("form") GoodForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        queries.good(jurisdiction, id.value());
        var day = form.day(errors);
        var quantity = ShopForms.number("quantity", form.quantity(), errors);
        if (day != null
                && Submission.succeeds(
                        errors,
                        () -> service.move(
                                jurisdiction,
                                actor,
                                Typed.sent(UUID::fromString, form.id()),
                                id.value(),
                                form.isLost(),
                                quantity,
                                day,
                                Typed.text(form.note())))) {
            flash.addFlashAttribute("done", "grid.shop.done.recorded");
            return "redirect:" + id.href();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(id, jurisdiction, model);
    }

    @PostMapping("/goods/{id}/price")
    @PreAuthorize(MAY_KEEP)
    String reprice(
            @PathVariable GoodId id,
            @Valid @ModelAttribute("form") GoodForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        queries.good(jurisdiction, id.value());
        var price = ShopForms.number("price", form.price(), errors);
        if (price != null
                && Submission.succeeds(
                        errors, () -> service.reprice(jurisdiction, actor, id.value(), price, form.isWithdrawn()))) {
            flash.addFlashAttribute("done", "grid.shop.done.recorded");
            return "redirect:" + id.href();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(id, jurisdiction, model);
    }

    @GetMapping("/{place}/redeem")
    @PreAuthorize(MAY_KEEP)
    String choose(@PathVariable PlaceCode place, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", RedeemForm.empty(today()));
        return counter(ShopController.village(places, place, jurisdiction), model);
    }

    @PostMapping("/{place}/redeem")
    @PreAuthorize(MAY_KEEP)
    String redeem(
            @PathVariable PlaceCode place,
            @Valid @ModelAttribute("form") RedeemForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var village = ShopController.village(places, place, jurisdiction);
        var command = form.toCommand(place, errors);
        if (command.isPresent()
                && Submission.succeeds(errors, () -> service.redeem(jurisdiction, actor, command.get()))) {
            flash.addFlashAttribute("done", "grid.shop.done.redeemed");
            return "redirect:/grid/shop/redemptions/" + command.get().id();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return counter(village, model);
    }

    @GetMapping("/redemptions")
    String redemptions(Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("redemptions", queries.redemptions(jurisdiction, page));
        return "grid/shop/redemptions";
    }

    @GetMapping("/redemptions/export")
    void export(Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        Spreadsheet.<RedemptionRow>named(
                        messages.get("grid.shop.redemptions.title"),
                        queries.redemptions(jurisdiction, Pageable.unpaged()))
                .column(messages.get("place.village"), RedemptionRow::placeName)
                .column(field("taken-on"), RedemptionRow::takenOn)
                .column(field("household"), RedemptionRow::household)
                .column(field("good"), RedemptionRow::good)
                .column(field("quantity"), RedemptionRow::quantity)
                .column(field("unit"), RedemptionRow::unit)
                .column(field("points"), RedemptionRow::points)
                .column(field("taken-by"), RedemptionRow::takenBy)
                .column(field("entered-by"), RedemptionRow::recordedByPerson)
                .column(field("reason"), RedemptionRow::reversedReason)
                .writeTo(response);
    }

    @GetMapping("/redemptions/{id}")
    String redemption(@PathVariable RedemptionId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", ActForm.empty());
        model.addAttribute("redemption", queries.redemption(jurisdiction, id.value()));
        return "grid/shop/redemption";
    }

    @PostMapping("/redemptions/{id}/reverse")
    @PreAuthorize(MAY_KEEP)
    String reverse(
            @PathVariable RedemptionId id,
            @Valid @ModelAttribute("form") ActForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (Submission.succeeds(
                errors, () -> service.reverse(jurisdiction, actor, id.value(), Typed.text(form.reason())))) {
            flash.addFlashAttribute("done", "grid.shop.done.returned");
            return "redirect:" + id.href();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", true);
        model.addAttribute("redemption", queries.redemption(jurisdiction, id.value()));
        return "grid/shop/redemption";
    }

    private String page(GoodId id, Jurisdiction jurisdiction, Model model) {
        var good = queries.good(jurisdiction, id.value());
        model.addAttribute("good", good);
        model.addAttribute("village", places.require(good.place(), jurisdiction));
        model.addAttribute("movements", queries.movements(jurisdiction, id.value()));
        return "grid/shop/good";
    }

    private String counter(PlaceNode village, Model model) {
        var here = Jurisdiction.within(village.code());
        model.addAttribute("village", village);
        model.addAttribute(
                "purses",
                queries.purses(here).stream()
                        .filter(purse -> purse.leftOver() > 0)
                        .map(purse -> new Option(
                                purse.householdId().toString(),
                                messages.get("grid.shop.purse-option", purse.household(), purse.leftOver())))
                        .toList());
        model.addAttribute(
                "goods",
                queries.goods(here).stream()
                        .filter(good -> good.withdrawnOn() == null && good.stock() > 0)
                        .map(good -> new Option(
                                good.goodId().toString(),
                                messages.get(
                                        "grid.shop.good-option", good.name(), good.price(), good.unit(), good.stock())))
                        .toList());
        return "grid/shop/redeem";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String field(String field) {
        return messages.get("grid.shop.field." + field);
    }
}
