package io.qiangcun.economy.notice;

import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Basis;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.WarningRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds books of which the last quarter that moved anything was not published in time, neither whole nor month by month. */
@Service
@Transactional(readOnly = true)
class NoticeMissingRule implements WarningRule {

    private final JdbcClient database;
    private final RuleParameters parameters;

    NoticeMissingRule(JdbcClient database, RuleParameters parameters) {
        this.database = database;
        this.parameters = parameters;
    }

    @Override
    public String code() {
        return "economy.notice-missing";
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var period = NoticePeriod.quarterBefore(YearMonth.from(today));
        var days = parameters.parameter("economy.notice.publish-days", today);
        var due = period.last().atEndOfMonth().plusDays(days.amount().intValueExact());
        if (today.isBefore(due)) {
            return Stream.empty();
        }
        return database
                .sql("""
                with busy as materialized (
                  select distinct m.book_id from economy_balance m
                  where m.place_code >= :lo and m.place_code < :hi and m.year = :year and m.month between :first_month and :last_month),
                published as materialized (
                  select n.book_id, n.first_month, n.last_month from economy_notice n
                  where n.place_code >= :lo and n.place_code < :hi and n.state = 'PUBLISHED' and n.first_month >= :first
                    and n.last_month <= :last)
                select b.book_id, b.place_code, p.name as place_name, b.name as book_name
                from economy_book b join place p on p.place_code = b.place_code
                where b.place_code >= :lo and b.place_code < :hi and b.book_id in (select book_id from busy)
                  and exists (select from economy_plain_word w where w.regime = b.regime)
                  and (select coalesce(sum(extract(month from n.last_month) - extract(month from n.first_month) + 1), 0)
                    from published n where n.book_id = b.book_id) < 3
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("year", period.year())
                .param("first_month", period.first().getMonthValue())
                .param("last_month", period.last().getMonthValue())
                .param("first", period.first().atDay(1))
                .param("last", period.last().atDay(1))
                .query(Unpublished.class)
                .list()
                .stream()
                .map(book -> new Finding(
                        book.bookId() + ":" + period,
                        new PlaceCode(book.placeCode()),
                        List.of(book.placeName(), book.bookName(), period.toString()),
                        due,
                        new Basis(days.basis(), days.source(), "", ""),
                        "/economy/notices/new?book=" + book.bookId() + "&period=" + period,
                        List.of(
                                new Fact("economy.notice.field.period", period.toString()),
                                new Fact("economy.notice.field.due", due.toString()))));
    }

    private record Unpublished(UUID bookId, String placeCode, String placeName, String bookName) {}
}
