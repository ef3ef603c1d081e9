package io.qiangcun.web.home;

import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.metric.MetricCatalogue;
import io.qiangcun.core.module.Navigation;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.warning.WarningAuthorities;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page after sign-in: the desk of the account's level, or the first page of an account that has no desk. */
@Controller
class HomeController {

    private final Desk desk;
    private final Navigation navigation;
    private final MetricCatalogue catalogue;
    private final Clock clock;

    HomeController(Desk desk, Navigation navigation, MetricCatalogue catalogue, Clock clock) {
        this.desk = desk;
        this.navigation = navigation;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(
            @RequestParam(required = false) @Nullable YearMonth month,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        if (!me.may(WarningAuthorities.READ)) {
            return navigation.entriesFor(me.rights()).stream()
                    .findFirst()
                    .map(page -> "redirect:" + page.path())
                    .orElse("redirect:/account");
        }
        var thisMonth = YearMonth.now(clock);
        model.addAttribute("desk", desk.lay(jurisdiction, me.actor(), month == null ? thisMonth : month));
        model.addAttribute("thisMonth", thisMonth);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute(
                "columns", DeskMetrics.COLUMNS.stream().map(catalogue::metric).toList());
        model.addAttribute(
                "trend", DeskMetrics.TREND.stream().map(catalogue::metric).toList());
        return jurisdiction.level() == PlaceKind.VILLAGE ? "web/home/village" : "web/home/supervisor";
    }
}
