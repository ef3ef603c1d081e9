package io.qiangcun.party.training;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.WarningRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds places whose members lack hours of study when the year comes to its end; before that nobody is late. */
@Service
@Transactional(readOnly = true)
public class StudyBehindRule implements WarningRule {

    public static final String CODE = "party.study-behind";

    private final JdbcClient database;

    StudyBehindRule(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        return database
                .sql("""
                select place_code, place_name, count(*) as people, sum(target - hours) as missing,
                  min(basis_kind) as basis_kind, min(basis_source) as basis_source, '' as basis_article,
                  string_agg(distinct basis_text, '；') as basis_text
                from (STUDY) s where hours < target and warn_month <= :month
                group by place_code, place_name
                """.replace("STUDY", TrainingQueries.STUDY))
                .param("on_day", today)
                .param("month", today.getMonthValue())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((rs, i) -> finding(rs, today))
                .list()
                .stream();
    }

    private static Finding finding(ResultSet rs, LocalDate today) throws SQLException {
        var year = Integer.toString(today.getYear());
        var place = rs.getString("place_code");
        return new Finding(
                place + ":" + year,
                new PlaceCode(place),
                List.of(rs.getString("place_name"), year, rs.getString("people")),
                LocalDate.of(today.getYear(), 12, 31),
                Finding.Basis.of(rs),
                "/party/training/study?behind=true&place=" + place,
                List.of(
                        new Fact("party.training.fact.year", year),
                        new Fact("party.training.fact.people", rs.getString("people")),
                        new Fact("party.training.fact.missing", rs.getString("missing"))));
    }
}
