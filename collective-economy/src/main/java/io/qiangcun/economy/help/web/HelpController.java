package io.qiangcun.economy.help.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.help.HelpQueries;
import io.qiangcun.economy.help.HelpQueries.Filter;
import io.qiangcun.economy.help.HelpQueries.WeakVillage;
import io.qiangcun.economy.help.HelperKind;
import io.qiangcun.economy.income.IncomeQueries;
import io.qiangcun.economy.income.VillageIncome;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Weak villages of a year, who helps them and whether the sums come out even. */
@Controller
@RequestMapping("/economy/help")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_HELP + "')")
class HelpController {

    private static final int YEARS = 6;

    private final HelpQueries queries;
    private final IncomeQueries income;
    private final PlacesOfChoice choices;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    HelpController(
            HelpQueries queries,
            IncomeQueries income,
            PlacesOfChoice choices,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.income = income;
        this.choices = choices;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is asked of the list. */
    record Asked(
            @Nullable Integer year,
            @Nullable PlaceCode place,
            @Nullable HelperKind kind,
            @Nullable Boolean missing,
            @Nullable Boolean listed) {

        int yearAt(LocalDate today) {
            return year == null
                    ? today.getYear()
                    : Math.max(today.getYear() - YEARS + 1, Math.min(today.getYear(), year));
        }

        Filter toFilter() {
            return new Filter(place, kind, Boolean.TRUE.equals(missing), listed);
        }
    }

    @GetMapping
    String list(@ModelAttribute("asked") Asked asked, Pageable page, Jurisdiction jurisdiction, Model model) {
        if (jurisdiction.level().compareTo(PlaceKind.VILLAGE) >= 0) {
            return "redirect:/economy/help/" + jurisdiction.root();
        }
        requireWithin(asked, jurisdiction);
        var today = LocalDate.now(clock);
        var year = asked.yearAt(today);
        model.addAttribute("year", year);
        model.addAttribute("villages", queries.villages(jurisdiction, year, asked.toFilter(), page));
        model.addAttribute("sums", queries.sums(jurisdiction, year));
        model.addAttribute("busy", queries.busy(jurisdiction, year));
        model.addAttribute("income", incomeOf(jurisdiction, year, today));
        model.addAttribute("kinds", HelperKind.values());
        model.addAttribute("years", years(today));
        model.addAttribute("townships", townships(jurisdiction, today));
        model.addAttribute("assigns", queries.assigns());
        return "economy/help/list";
    }

    private void requireWithin(Asked asked, Jurisdiction jurisdiction) {
        if (asked.place() != null) {
            places.require(asked.place(), jurisdiction);
        }
    }

    /** What the ledger says of each, by the code of its place. */
    private Map<String, VillageIncome> incomeOf(Jurisdiction jurisdiction, int year, LocalDate today) {
        var upTo = year == today.getYear() ? YearMonth.from(today) : YearMonth.of(year, 12);
        return income.ladder(jurisdiction, upTo).villages().stream()
                .collect(Collectors.toMap(village -> village.place().value(), village -> village));
    }

    private static List<Option> years(LocalDate today) {
        return Stream.iterate(today.getYear(), year -> year - 1)
                .limit(YEARS)
                .map(year -> new Option(Integer.toString(year), Integer.toString(year)))
                .toList();
    }

    private List<Option> townships(Jurisdiction jurisdiction, LocalDate today) {
        return jurisdiction.level() == PlaceKind.COUNTY
                ? places.children(jurisdiction, jurisdiction.root(), today).stream()
                        .map(township -> new Option(township.code().value(), township.name()))
                        .toList()
                : List.of();
    }

    @GetMapping("/export")
    void export(@ModelAttribute("asked") Asked asked, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        requireWithin(asked, jurisdiction);
        var today = LocalDate.now(clock);
        var year = asked.yearAt(today);
        var earned = incomeOf(jurisdiction, year, today);
        Spreadsheet.<WeakVillage>named(
                        messages.get("economy.help.title"),
                        queries.villages(jurisdiction, year, asked.toFilter(), Pageable.unpaged())
                                .getContent())
                .note(messages.get("economy.help.of-year", year))
                .column(messages.get("place.township"), WeakVillage::townshipName)
                .column(messages.get("place.village"), WeakVillage::placeName)
                .column(field("listed-on"), WeakVillage::listedOn)
                .column(field("reason"), WeakVillage::reason)
                .column(field("document"), WeakVillage::document)
                .column(field("kind"), row -> row.kind() == null ? "" : messages.get("economy.help.kind." + row.kind()))
                .column(field("name"), WeakVillage::helper)
                .column(field("post"), WeakVillage::helperPost)
                .column(field("from"), WeakVillage::helpedSince)
                .column(field("missing-since"), WeakVillage::missingSince)
                .column(field("income"), row -> amount(earned.get(row.placeCode())))
                .column(field("unlisted-on"), WeakVillage::unlistedOn)
                .column(field("unlisted-reason"), row -> row.unlistedOn() == null ? "" : row.unlistedReason())
                .writeTo(response);
    }

    private static @Nullable Object amount(@Nullable VillageIncome income) {
        return income == null || !income.isKnown() ? null : income.operating();
    }

    /** Which village shall be listed. */
    @GetMapping("/new")
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.ASSIGN_HELP + "')")
    String choose(@RequestParam(required = false) @Nullable PlaceCode village, Jurisdiction jurisdiction, Model model) {
        if (village != null) {
            return "redirect:/economy/help/"
                    + places.require(village, jurisdiction).code();
        }
        model.addAttribute("choices", choices.villages(jurisdiction));
        return "economy/help/choose";
    }

    private String field(String field) {
        return messages.get("economy.help.field." + field);
    }
}
