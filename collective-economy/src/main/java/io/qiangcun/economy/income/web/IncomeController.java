package io.qiangcun.economy.income.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.income.IncomeKind;
import io.qiangcun.economy.income.IncomeQueries;
import io.qiangcun.economy.income.IncomeSheet;
import io.qiangcun.economy.income.Ladder;
import io.qiangcun.economy.income.VillageIncome;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The ladder of income and what stands behind each village's step. */
@Controller
@RequestMapping("/economy/income")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_INCOME + "')")
class IncomeController {

    private static final int YEARS = 6;

    private final IncomeQueries queries;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    IncomeController(IncomeQueries queries, PlaceTree places, Messages messages, Clock clock) {
        this.queries = queries;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whom a list shows: those on a step, those without a book, or everybody. */
    enum Order {
        LEAST,
        MOST,
        GROWTH
    }

    /** @param step of the ladder, or less than nought for those of whom nothing is known; null for all who are known */
    record Asked(
            @Nullable PlaceCode within,
            @Nullable Integer year,
            @Nullable Integer month,
            @Nullable Integer step,
            @Nullable Order order) {

        public Order inOrder() {
            return order == null ? Order.LEAST : order;
        }

        YearMonth upTo(LocalDate today) {
            var asked =
                    year == null ? today.getYear() : Math.max(today.getYear() - YEARS, Math.min(today.getYear(), year));
            var last = asked == today.getYear() ? today.getMonthValue() : 12;
            return YearMonth.of(asked, month == null ? last : Math.max(1, Math.min(last, month)));
        }
    }

    @GetMapping
    String ladder(Asked asked, Pageable page, Jurisdiction jurisdiction, Model model) {
        var shown = shown(asked.within(), jurisdiction);
        if (shown.level().compareTo(PlaceKind.VILLAGE) >= 0) {
            return "redirect:/economy/income/" + shown.root();
        }
        var today = LocalDate.now(clock);
        var upTo = asked.upTo(today);
        var ladder = queries.ladder(shown, upTo);
        model.addAttribute("asked", asked);
        model.addAttribute("place", places.require(shown.root(), jurisdiction));
        model.addAttribute("isCounty", shown.level() == PlaceKind.COUNTY);
        model.addAttribute("upTo", upTo);
        model.addAttribute("ladder", ladder);
        model.addAttribute("villages", paged(chosen(ladder, asked), page));
        model.addAttribute("formula", queries.formula(jurisdiction, upTo.getYear()));
        model.addAttribute("years", years(today));
        model.addAttribute("townships", townships(jurisdiction));
        model.addAttribute(
                "orders",
                Stream.of(Order.values())
                        .map(order -> new Option(order.name(), messages.get("economy.income.order." + order)))
                        .toList());
        return "economy/income/ladder";
    }

    @GetMapping("/export")
    void export(Asked asked, Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        var upTo = asked.upTo(LocalDate.now(clock));
        var ladder = queries.ladder(shown(asked.within(), jurisdiction), upTo);
        Spreadsheet.<VillageIncome>named(messages.get("economy.income.title"), chosen(ladder, asked))
                .note(messages.get("economy.income.until", upTo.getYear(), upTo.getMonthValue()))
                .note(messages.get(
                        "economy.income.counted-by",
                        queries.formula(jurisdiction, upTo.getYear()).name()))
                .column(messages.get("place.township"), VillageIncome::townshipName)
                .column(messages.get("place.village"), VillageIncome::name)
                .column(field("books"), VillageIncome::books)
                .column(field("operating"), VillageIncome::operating)
                .column(field("before"), VillageIncome::before)
                .column(field("growth"), VillageIncome::growth)
                .column(field("operating-cost"), VillageIncome::operatingCost)
                .column(field("net"), VillageIncome::net)
                .column(field("grant"), VillageIncome::grant)
                .column(field("one-off"), VillageIncome::oneOff)
                .column(field("pass-through"), VillageIncome::passThrough)
                .column(field("other-cost"), VillageIncome::otherCost)
                .writeTo(response);
    }

    @GetMapping("/{village}")
    String village(@PathVariable PlaceCode village, Asked asked, Jurisdiction jurisdiction, Model model) {
        var place = places.require(village, jurisdiction);
        var today = LocalDate.now(clock);
        var upTo = asked.upTo(today);
        var sheet = queries.sheet(jurisdiction, village, upTo);
        model.addAttribute("place", place);
        model.addAttribute("income", queries.ladder(jurisdiction.narrowedTo(village), upTo));
        model.addAttribute("sheet", sheet);
        model.addAttribute("kinds", IncomeKind.values());
        model.addAttribute("upTo", upTo);
        model.addAttribute("years", years(today));
        model.addAttribute("formula", queries.formula(jurisdiction, upTo.getYear()));
        model.addAttribute("above", jurisdiction.level().compareTo(PlaceKind.VILLAGE) < 0);
        return "economy/income/village";
    }

    @GetMapping("/{village}/export")
    void exportVillage(
            @PathVariable PlaceCode village, Asked asked, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var place = places.require(village, jurisdiction);
        var upTo = asked.upTo(LocalDate.now(clock));
        Spreadsheet.<IncomeSheet.Row>named(
                        messages.get("economy.income.of", place.name()),
                        queries.sheet(jurisdiction, village, upTo).rows())
                .note(messages.get("economy.income.until", upTo.getYear(), upTo.getMonthValue()))
                .column(field("kind"), row -> messages.get(row.kind().messageKey()))
                .column(field("book"), IncomeSheet.Row::bookName)
                .column(field("account"), row -> row.account() + " " + row.accountName())
                .column(field("amount"), IncomeSheet.Row::amount)
                .column(field("same-months"), IncomeSheet.Row::before)
                .writeTo(response);
    }

    private Jurisdiction shown(@Nullable PlaceCode within, Jurisdiction jurisdiction) {
        return within == null
                ? jurisdiction
                : Jurisdiction.within(places.require(within, jurisdiction).code());
    }

    private static List<VillageIncome> chosen(Ladder ladder, Asked asked) {
        var step = asked.step();
        var villages = step == null ? ladder.known() : step < 0 ? ladder.unknown() : ladder.on(step);
        return switch (asked.inOrder()) {
            case LEAST -> villages;
            case MOST ->
                villages.stream()
                        .sorted(Comparator.comparing(VillageIncome::operating).reversed())
                        .toList();
            case GROWTH ->
                villages.stream()
                        .sorted(Comparator.comparing(
                                VillageIncome::growth, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList();
        };
    }

    private static Page<VillageIncome> paged(List<VillageIncome> villages, Pageable page) {
        var from = (int) Math.min(page.getOffset(), villages.size());
        return new PageImpl<>(
                villages.subList(from, Math.min(from + page.getPageSize(), villages.size())), page, villages.size());
    }

    private static List<Option> years(LocalDate today) {
        return Stream.iterate(today.getYear(), year -> year - 1)
                .limit(YEARS)
                .map(year -> new Option(Integer.toString(year), Integer.toString(year)))
                .toList();
    }

    private List<Option> townships(Jurisdiction jurisdiction) {
        return jurisdiction.level() == PlaceKind.COUNTY
                ? places.children(jurisdiction, jurisdiction.root(), LocalDate.now(clock)).stream()
                        .map(township -> new Option(township.code().value(), township.name()))
                        .toList()
                : List.of();
    }

    private String field(String field) {
        return messages.get("economy.income.field." + field);
    }
}
