package io.qiangcun.economy.plan;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.procedure.FieldSource;
import io.qiangcun.core.procedure.StepGuard.Attempt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a card rests on: the target of the village's plan, and the operating income of closed months (SY-070). Beside
 * them a step has the fields {@code year} and {@code period}, the latter {@code half} or {@code year}.
 */
@Configuration(proxyBeanMethods = false)
class CardFigures {

    private static final int HALF = 6;
    private static final int WHOLE = 12;
    private static final String BECAUSE = "economy.plan.unknown.";

    private final JdbcClient database;

    CardFigures(JdbcClient database) {
        this.database = database;
    }

    @Bean
    FieldSource planTarget() {
        return source("economy.plan-target", this::target);
    }

    @Bean
    FieldSource operatingIncome() {
        return source("economy.operating-income", this::income);
    }

    /** For the whole year, whatever part of it is looked at. */
    private FieldSource.Answer target(Attempt attempt, YearMonth end) {
        return database.sql("""
                select g.amount from economy_plan r join economy_plan_target g on g.plan_id = r.plan_id
                where r.place_code = :place and g.place_code = :place and g.year = :year and r.ended_on is null
                """)
                .param("place", attempt.place().value())
                .param("year", end.getYear())
                .query(BigDecimal.class)
                .optional()
                .map(CardFigures::wholeYuan)
                .orElseGet(() -> FieldSource.Answer.unknown(BECAUSE + "no-target"));
    }

    private record Earned(boolean kept, boolean open, BigDecimal amount) {}

    /** Since January; of months that can still change nothing is said. */
    private FieldSource.Answer income(Attempt attempt, YearMonth end) {
        if (!end.isBefore(YearMonth.from(attempt.on()))) {
            return FieldSource.Answer.unknown(BECAUSE + "not-over");
        }
        var village = Jurisdiction.within(attempt.place());
        var earned = database.sql("""
                with books as (
                  select b.book_id, greatest(b.opened_on, cast(:from as date)) as since from economy_book b
                  where b.place_code >= :lo and b.place_code < :hi and b.opened_on < cast(:until as date)
                    and exists (select from economy_income_term t where t.regime = b.regime))
                select exists (select from books) as kept,
                  exists (select from books b
                    cross join generate_series(b.since, cast(:until as date) - 1, interval '1 month') as m (month)
                    where not exists (select from economy_period p
                      where p.book_id = b.book_id and p.month = m.month::date and p.state = 'CLOSED')) as open,
                  (select coalesce(sum(i.amount), 0)
                    from economy_income(:lo, :hi, cast(:from as date), cast(:until as date), :year) i
                    where i.kind = 'OPERATING') as amount
                """)
                .param("lo", village.lo())
                .param("hi", village.hi())
                .param("from", end.withMonth(1).atDay(1))
                .param("until", end.plusMonths(1).atDay(1))
                .param("year", end.getYear())
                .query(Earned.class)
                .single();
        if (!earned.kept()) {
            return FieldSource.Answer.unknown(BECAUSE + "no-book");
        }
        return earned.open() ? FieldSource.Answer.unknown(BECAUSE + "not-closed") : wholeYuan(earned.amount());
    }

    private static FieldSource.Answer wholeYuan(BigDecimal amount) {
        return FieldSource.Answer.known(amount.setScale(0, RoundingMode.DOWN).toPlainString());
    }

    private static Optional<YearMonth> end(Attempt attempt) {
        var year = attempt.evidence().getOrDefault("year", "").strip();
        var month = month(attempt.evidence().getOrDefault("period", ""));
        return month == null || !year.matches("[12][0-9]{3}")
                ? Optional.empty()
                : Optional.of(YearMonth.of(Integer.parseInt(year), month));
    }

    private static @Nullable Integer month(String period) {
        return switch (period) {
            case "half" -> HALF;
            case "year" -> WHOLE;
            default -> null;
        };
    }

    private static FieldSource source(String code, BiFunction<Attempt, YearMonth, FieldSource.Answer> known) {
        return new FieldSource() {
            @Override
            public String code() {
                return code;
            }

            @Override
            public Answer answer(Attempt attempt) {
                return end(attempt)
                        .map(end -> known.apply(attempt, end))
                        .orElseGet(() -> Answer.unknown(BECAUSE + "no-period"));
            }
        };
    }
}
