package io.qiangcun.web.home;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.metric.MetricCatalogue;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page after sign-in: the desk of the account's level. */
@Controller
class HomeController {

    private final Desk desk;
    private final MetricCatalogue catalogue;
    private final Clock clock;

    HomeController(Desk desk, MetricCatalogue catalogue, Clock clock) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(
            @RequestParam(required = false) @Nullable YearMonth month,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model) {
        var thisMonth = YearMonth.now(clock);
        model.addAttribute("desk", desk.lay(jurisdiction, actor, month == null ? thisMonth : month));
        model.addAttribute("thisMonth", thisMonth);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute(
                "columns", DeskMetrics.COLUMNS.stream().map(catalogue::metric).toList());
        model.addAttribute(
                "trend", DeskMetrics.TREND.stream().map(catalogue::metric).toList());
        return jurisdiction.level() == PlaceKind.VILLAGE ? "web/home/village" : "web/home/supervisor";
    }
}
