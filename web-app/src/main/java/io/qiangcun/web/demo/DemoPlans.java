package io.qiangcun.web.demo;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.income.IncomeQueries;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.plan.PlanId;
import io.qiangcun.economy.plan.PlanService;
import io.qiangcun.economy.plan.WritePlan;
import io.qiangcun.economy.project.ProjectId;
import io.qiangcun.economy.project.ProjectQueries;
import io.qiangcun.economy.project.ProjectQueries.Filter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What each village means to earn in three years: a tenth more each year than the last one brought; a few have no plan. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoPlans {

    private static final int MODELS = 9;
    private static final int YEARS = 3;
    private static final int WITHOUT = 31;
    private static final BigDecimal STEP = BigDecimal.valueOf(1000);
    private static final BigDecimal MORE = new BigDecimal("1.1");

    private final PlanService plans;
    private final ProjectQueries projects;
    private final IncomeQueries income;
    private final Clock clock;

    DemoPlans(PlanService plans, ProjectQueries projects, IncomeQueries income, Clock clock) {
        this.plans = plans;
        this.projects = projects;
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
                        EconomyAuthorities.READ_INCOME,
                        EconomyAuthorities.READ_PROJECTS,
                        EconomyAuthorities.READ_PLANS,
                        EconomyAuthorities.WRITE_PLANS)));
        SecurityContextHolder.setContext(context);
        try {
            plan();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private void plan() {
        var county = Jurisdiction.within(DemoCounty.ROOT);
        var today = LocalDate.now(clock);
        var adopted = today.minusDays(270);
        var known = new HashMap<String, ProjectId>();
        projects.projects(county, new Filter(null, null, null, null, false, false, ""), Pageable.unpaged())
                .forEach(project -> known.putIfAbsent(project.placeCode(), project.id()));
        var number = 0;
        for (var village : income.ladder(
                        county, YearMonth.from(today).minusYears(1).withMonth(12))
                .known()) {
            number++;
            if (number % WITHOUT == 5) {
                continue;
            }
            var targets = new TreeMap<Integer, Money>();
            var target = village.operating();
            for (var year = today.getYear(); year < today.getYear() + YEARS; year++) {
                target = target.multiply(MORE)
                        .divide(STEP, 0, RoundingMode.CEILING)
                        .multiply(STEP);
                targets.put(year, new Money(target));
            }
            var project = known.get(village.place().value());
            plans.write(
                    county,
                    DemoSupport.COUNTY,
                    new WritePlan(
                            new PlanId(UUID.nameUUIDFromBytes(
                                    ("demo:plan:" + village.place()).getBytes(StandardCharsets.UTF_8))),
                            village.place(),
                            number % MODELS + 1,
                            "盘活闲置资产资源，办好重点项目，签好租赁和订单合同。",
                            project,
                            project == null ? "拟建养殖小区或仓储设施" : "",
                            adopted,
                            "村民代表会议决议（演示）",
                            targets));
        }
    }
}
