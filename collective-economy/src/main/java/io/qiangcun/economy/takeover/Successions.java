package io.qiangcun.economy.takeover;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.Category;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the balances of a book go when its regulation is replaced (财会〔2023〕20号 for that of 2004): by meaning, never by code, for the
 * same digits mean other things in the new chart.
 */
@Component
@Transactional(readOnly = true)
public class Successions {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')";

    private final JdbcClient database;

    Successions(JdbcClient database) {
        this.database = database;
    }

    /** The name of the regulation that follows the book's own; empty where it is still in force. */
    @PreAuthorize(MAY_READ)
    public Optional<String> successor(Jurisdiction jurisdiction, BookId book) {
        return database.sql("""
                select r.name || ' ' || r.basis from economy_regime r
                  where r.regime = (select min(s.to_regime) from economy_book b join economy_succession s on s.from_regime = b.regime
                    where b.book_id = :book and b.place_code >= :lo and b.place_code < :hi)
                """)
                .param("book", book.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(String.class)
                .optional();
    }

    private record Row(
            String code,
            String name,
            Category category,
            @Nullable String detail,
            BigDecimal balance,
            @Nullable String toCode,
            @Nullable String toName,
            @Nullable String note) {}

    /** The balances at the end of a year; what a book added below an account goes where the account goes. */
    @PreAuthorize(MAY_READ)
    public List<Succession> of(Jurisdiction jurisdiction, BookId book, int year) {
        var rows = database.sql("""
                with ended as (
                  select b.book_id, b.regime, m.account_code, m.detail_id, sum(m.debit - m.credit) as balance
                    from economy_book b join economy_balance m on m.book_id = b.book_id and m.year = :year
                    where b.book_id = :book and b.place_code >= :lo and b.place_code < :hi
                    group by b.book_id, b.regime, m.account_code, m.detail_id
                    having sum(m.debit - m.credit) <> 0)
                select e.account_code as code, a.name, a.category, d.name as detail, e.balance, s.to_code, t.name as to_name, s.note
                  from ended e
                    join economy_account a on a.book_id = e.book_id and a.code = e.account_code
                    left join economy_detail d on d.detail_id = e.detail_id
                    left join economy_succession s on s.from_regime = e.regime and s.from_code = (
                      select max(k.from_code) from economy_succession k
                        where k.from_regime = e.regime and starts_with(e.account_code, k.from_code))
                    left join economy_chart_account t on t.regime = s.to_regime and t.code = s.to_code
                  order by e.account_code, d.name, s.to_code
                """)
                .param("book", book.value())
                .param("year", year)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Row.class)
                .list();
        var found = new LinkedHashMap<List<String>, Succession>();
        for (var row : rows) {
            found.merge(
                    List.of(row.code(), String.valueOf(row.detail())),
                    new Succession(row.code(), row.name(), row.category(), row.detail(), row.balance(), targets(row)),
                    Successions::both);
        }
        return List.copyOf(found.values());
    }

    private static List<Succession.Target> targets(Row row) {
        return row.toCode() == null
                ? List.of()
                : List.of(
                        new Succession.Target(row.toCode(), String.valueOf(row.toName()), String.valueOf(row.note())));
    }

    private static Succession both(Succession one, Succession other) {
        var targets = new ArrayList<>(one.targets());
        targets.addAll(other.targets());
        return new Succession(one.code(), one.name(), one.category(), one.detail(), one.balance(), targets);
    }
}
