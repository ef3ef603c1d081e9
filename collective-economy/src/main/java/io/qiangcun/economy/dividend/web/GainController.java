package io.qiangcun.economy.dividend.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.dividend.GainQueries;
import io.qiangcun.economy.dividend.GainQueries.Gain;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How many households cooperatives lead and what these gain by it. */
@Controller
@RequestMapping("/economy/cooperative-gain")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_COOPERATIVES + "')")
class GainController {

    private static final int FIRST = 1990;

    private final GainQueries queries;
    private final Messages messages;
    private final Clock clock;

    GainController(GainQueries queries, Messages messages, Clock clock) {
        this.queries = queries;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "false") boolean examples,
            Jurisdiction jurisdiction,
            Model model) {
        var of = within(year);
        var gains = queries.gains(jurisdiction, of, examples);
        model.addAttribute("examples", examples);
        model.addAttribute("tagged", queries.examples(jurisdiction));
        model.addAttribute("year", of);
        model.addAttribute("gains", gains);
        model.addAttribute("whole", GainQueries.whole(gains));
        model.addAttribute("isCounty", jurisdiction.level() == PlaceKind.COUNTY);
        return "economy/dividend/gain";
    }

    private int within(@Nullable Integer year) {
        var now = LocalDate.now(clock).getYear();
        return year == null || year < FIRST || year > now ? now : year;
    }

    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "false") boolean examples,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var of = within(year);
        Spreadsheet.<Gain>named(messages.get("economy.dividend.gain.title"), queries.gains(jurisdiction, of, examples))
                .note(messages.get("economy.dividend.gain.hint", of))
                .note(messages.get("economy.dividend.gain.counted"))
                .column(
                        messages.get(jurisdiction.level() == PlaceKind.COUNTY ? "place.township" : "place.village"),
                        Gain::name)
                .column(messages.get("economy.dividend.gain.households"), Gain::households)
                .column(messages.get("economy.dividend.gain.persons"), Gain::persons)
                .column(messages.get("economy.dividend.gain.wages"), Gain::wages)
                .column(messages.get("economy.dividend.gain.rents"), Gain::rents)
                .column(messages.get("economy.dividend.gain.dividends"), Gain::dividends)
                .column(messages.get("economy.dividend.gain.total"), Gain::total)
                .column(messages.get("economy.dividend.gain.per-household"), Gain::perHousehold)
                .column(messages.get("economy.dividend.gain.per-person"), Gain::perPerson)
                .column(messages.get("economy.dividend.gain.sales"), Gain::sales)
                .column(messages.get("economy.dividend.gain.per-member"), Gain::income)
                .writeTo(response);
    }
}
