package io.qiangcun.web.demo;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.help.AssignHelper;
import io.qiangcun.economy.help.HelpService;
import io.qiangcun.economy.help.HelperId;
import io.qiangcun.economy.help.HelperKind;
import io.qiangcun.economy.help.ListVillage;
import io.qiangcun.economy.income.IncomeQueries;
import io.qiangcun.economy.income.VillageIncome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The fifty villages that earned least last year, and who helps them: 19 leaders, 7 richer villages, 24 times an enterprise. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoHelp {

    private static final int LEADERS = 19;
    private static final int RICH = 7;
    private static final int WEAK = 50;

    /** Who left the list since. */
    private static final int LEFT = 6;

    private static final int ENTERPRISES = 10;

    /** Whatever lies beyond goes to the first enterprise, which has more on its hands than the others. */
    private static final int SHARED = 20;

    private final HelpService help;
    private final IncomeQueries income;
    private final Clock clock;

    DemoHelp(HelpService help, IncomeQueries income, Clock clock) {
        this.help = help;
        this.income = income;
        this.clock = clock;
    }

    void write() {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "demo",
                null,
                AuthorityUtils.createAuthorityList(
                        EconomyAuthorities.READ_INCOME, EconomyAuthorities.READ_HELP, EconomyAuthorities.ASSIGN_HELP)));
        SecurityContextHolder.setContext(context);
        try {
            var lastYear = YearMonth.now(clock).minusYears(1).withMonth(12);
            find(income.ladder(Jurisdiction.within(DemoCounty.ROOT), lastYear).known());
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** @param villages who earned least comes first */
    private void find(List<VillageIncome> villages) {
        var county = Jurisdiction.within(DemoCounty.ROOT);
        var today = LocalDate.now(clock);
        var begun = today.minusDays(280);
        for (var number = 0; number < WEAK + LEFT; number++) {
            var village = villages.get(number);
            var left = number >= WEAK;
            var on = left ? begun.minusYears(1) : begun;
            help.list(
                    county,
                    DemoSupport.COUNTY,
                    new ListVillage(
                            id("listing", number),
                            village.place(),
                            on,
                            "上年度经营性收入偏低，自主增收相对乏力",
                            on.getYear() + "年薄弱名单（演示）"));
            if (left) {
                help.unlist(county, village.place(), begun.plusDays(20), "经营性收入达到退出标准");
            } else {
                help.assign(
                        county, DemoSupport.COUNTY, helper(number, village, villages, begun.plusDays(5 + number % 9)));
            }
        }
    }

    private AssignHelper helper(int number, VillageIncome weak, List<VillageIncome> villages, LocalDate from) {
        var richest = number >= LEADERS && number < LEADERS + RICH
                ? villages.get(villages.size() - 1 - (number - LEADERS))
                : null;
        return new AssignHelper(
                new HelperId(id("helper", number)),
                weak.place(),
                number < LEADERS
                        ? HelperKind.COUNTY_LEADER
                        : richest != null ? HelperKind.RICH_VILLAGE : HelperKind.ENTERPRISE,
                true,
                number < LEADERS
                        ? "演示领导%02d".formatted(number + 1)
                        : richest != null
                                ? richest.name()
                                : "（演示）优秀企业%02d".formatted(enterprise(number - LEADERS - RICH)),
                "",
                richest == null ? null : richest.place(),
                number < LEADERS ? "逐项研究增收举措，协调项目和资金。" : richest != null ? "传授经营经验，合办产业。" : "订单收购、合作经营、吸纳务工。",
                from);
    }

    private static int enterprise(int number) {
        return number < SHARED ? number % ENTERPRISES + 1 : 1;
    }

    private static UUID id(String what, int number) {
        return UUID.nameUUIDFromBytes(("demo:help:" + what + ":" + number).getBytes(StandardCharsets.UTF_8));
    }
}
