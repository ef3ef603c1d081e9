package io.qiangcun.grid.shop.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceNotFound;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.shop.ListId;
import io.qiangcun.grid.shop.ShopAuthorities;
import io.qiangcun.grid.shop.ShopQueries;
import io.qiangcun.grid.shop.ShopQueries.Purse;
import io.qiangcun.grid.shop.ShopQueries.ShopRow;
import io.qiangcun.grid.shop.ShopService;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.UUID;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The shops of a jurisdiction, one village's shop, and what it posts each month. */
@Controller
@RequestMapping("/grid/shop")
@PreAuthorize("hasAuthority('" + ShopAuthorities.READ + "')")
class ShopController {

    private static final int LATEST = 5;

    private final ShopQueries queries;
    private final ShopService service;
    private final PlaceTree places;
    private final Messages messages;

    ShopController(ShopQueries queries, ShopService service, PlaceTree places, Messages messages) {
        this.queries = queries;
        this.service = service;
        this.places = places;
        this.messages = messages;
    }

    /** A village within the jurisdiction, or nothing. */
    static PlaceNode village(PlaceTree places, PlaceCode place, Jurisdiction jurisdiction) {
        var node = places.require(place, jurisdiction);
        if (node.code().kind() != PlaceKind.VILLAGE) {
            throw new PlaceNotFound(place);
        }
        return node;
    }

    @GetMapping
    String list(Jurisdiction jurisdiction, Model model) {
        if (jurisdiction.level() == PlaceKind.VILLAGE) {
            return "redirect:/grid/shop/" + jurisdiction.root();
        }
        model.addAttribute("shops", queries.shops(jurisdiction));
        model.addAttribute("isCounty", jurisdiction.level() == PlaceKind.COUNTY);
        return "grid/shop/list";
    }

    @GetMapping("/export")
    void export(Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        Spreadsheet.<ShopRow>named(messages.get("grid.shop.title"), queries.shops(jurisdiction))
                .column(messages.get("place.township"), ShopRow::townshipName)
                .column(messages.get("place.village"), ShopRow::name)
                .column(field("goods"), ShopRow::goods)
                .column(field("waiting"), ShopRow::waiting)
                .column(field("unposted"), ShopRow::unposted)
                .column(field("contested"), ShopRow::contested)
                .column(field("redeemed"), ShopRow::redeemed)
                .writeTo(response);
    }

    @GetMapping("/{place}")
    String show(@PathVariable PlaceCode place, Jurisdiction jurisdiction, Model model) {
        var village = village(places, place, jurisdiction);
        var here = Jurisdiction.within(place);
        model.addAttribute("village", village);
        model.addAttribute("inCounty", jurisdiction.level() != PlaceKind.VILLAGE);
        model.addAttribute("purses", queries.purses(here));
        model.addAttribute("goods", queries.goods(here));
        model.addAttribute("facts", queries.facts(here, null, PageRequest.of(0, LATEST)));
        model.addAttribute("redemptions", queries.redemptions(here, PageRequest.of(0, LATEST)));
        model.addAttribute("lists", queries.lists(here));
        model.addAttribute("unpublished", queries.unpublished(here).orElse(null));
        model.addAttribute("newList", UUID.randomUUID());
        return "grid/shop/village";
    }

    @GetMapping("/{place}/export")
    void households(@PathVariable PlaceCode place, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var village = village(places, place, jurisdiction);
        Spreadsheet.<Purse>named(
                        messages.get("grid.shop.purses.export", village.name()),
                        queries.purses(Jurisdiction.within(place)))
                .column(field("household"), Purse::household)
                .column(field("left"), Purse::leftOver)
                .column(field("coming"), Purse::coming)
                .column(field("spent"), Purse::spent)
                .writeTo(response);
    }

    @PostMapping("/{place}/publish")
    @PreAuthorize("hasAuthority('" + ShopAuthorities.KEEP + "')")
    String publish(
            @PathVariable PlaceCode place,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String month,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        village(places, place, jurisdiction);
        var list = Typed.sent(ListId::valueOf, id);
        service.publish(jurisdiction, actor, list.value(), place, Typed.sent(ShopController::month, month));
        flash.addFlashAttribute("done", "grid.shop.done.published");
        return "redirect:/grid/shop/" + place;
    }

    @GetMapping("/lists/{id}")
    String posted(@PathVariable ListId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("published", queries.published(jurisdiction, id.value()));
        return "grid/shop/posted";
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (java.time.DateTimeException notOurs) {
            throw new IllegalArgumentException(notOurs);
        }
    }

    private String field(String field) {
        return messages.get("grid.shop.field." + field);
    }
}
