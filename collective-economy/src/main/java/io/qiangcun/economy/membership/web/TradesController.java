package io.qiangcun.economy.membership.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.cooperative.CooperativeQueries;
import io.qiangcun.economy.membership.MembershipQueries;
import io.qiangcun.economy.membership.MembershipQueries.Filter;
import io.qiangcun.economy.membership.MembershipQueries.Trade;
import io.qiangcun.economy.membership.MembershipService;
import io.qiangcun.economy.membership.TradeId;
import io.qiangcun.economy.membership.TradeKind;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What members and others traded with the cooperatives of an area. */
@Controller
@RequestMapping("/economy/cooperative-trades")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_COOPERATIVES + "')")
class TradesController {

    private final MembershipQueries queries;
    private final MembershipService members;
    private final CooperativeQueries cooperatives;
    private final MembershipPages pages;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    TradesController(
            MembershipQueries queries,
            MembershipService members,
            CooperativeQueries cooperatives,
            MembershipPages pages,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.members = members;
        this.cooperatives = cooperatives;
        this.pages = pages;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is asked of the list. */
    record FilterForm(
            @Nullable PlaceCode place,
            @Nullable CooperativeId cooperative,
            @Nullable TradeKind kind,
            @Nullable Integer year,
            @Nullable String text) {

        Filter toFilter() {
            return new Filter(place, cooperative, null, true, kind, year, text == null ? "" : text.strip());
        }
    }

    @GetMapping
    String list(@ModelAttribute("filter") FilterForm filter, Pageable page, Jurisdiction jurisdiction, Model model) {
        var asked = within(filter, jurisdiction);
        var cooperative = filter.cooperative();
        var year = filter.year() == null ? LocalDate.now(clock).getYear() : filter.year();
        if (cooperative != null) {
            model.addAttribute("cooperative", cooperatives.find(jurisdiction, cooperative));
            model.addAttribute("products", queries.products(jurisdiction, cooperative, year));
        }
        model.addAttribute("trades", queries.trades(jurisdiction, asked, page));
        model.addAttribute("year", year);
        model.addAttribute("kinds", TradeKind.values());
        model.addAttribute("above", jurisdiction.level() != PlaceKind.VILLAGE);
        model.addAttribute("writes", cooperatives.isWriter());
        return "economy/membership/trades";
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
        var found = queries.trades(jurisdiction, within(filter, jurisdiction), Pageable.unpaged());
        Spreadsheet.<Trade>named(messages.get("economy.membership.trades.title"), found.getContent())
                .column(messages.get("place.village"), Trade::placeName)
                .column(pages.field("cooperative"), Trade::cooperativeName)
                .column(pages.field("traded-on"), Trade::tradedOn)
                .column(pages.field("name"), Trade::name)
                .column(
                        pages.field("who"),
                        row -> messages.get(
                                row.coopMemberId() == null
                                        ? "economy.membership.who.other"
                                        : "economy.membership.who.member"))
                .column(pages.field("trade"), row -> pages.word("trade", row.kind()))
                .column(pages.field("product"), Trade::product)
                .column(pages.field("quantity"), Trade::quantity)
                .column(pages.field("unit"), Trade::unit)
                .column(pages.field("amount"), Trade::amount)
                .column(pages.field("withdrawn"), Trade::withdrawnReason)
                .writeTo(response);
    }

    @PostMapping("/{id}/withdraw")
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.WRITE_COOPERATIVES + "')")
    String withdraw(
            @PathVariable TradeId id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String cooperative,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        queries.requireCounted(jurisdiction, id);
        var why = Typed.text(reason);
        if (why.isEmpty() || why.length() > 200) {
            flash.addFlashAttribute("problem", "economy.membership.refused.reason");
        } else {
            members.withdraw(jurisdiction, actor, id, why);
            flash.addFlashAttribute("done", "economy.membership.done.withdrawn");
        }
        return cooperative.isEmpty()
                ? "redirect:/economy/cooperative-trades"
                : "redirect:/economy/cooperative-trades?cooperative=" + Typed.sent(CooperativeId::valueOf, cooperative);
    }
}
