package io.qiangcun.economy.book;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.EconomyAuthorities;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads books, their charts and their months. */
@Component
@Transactional(readOnly = true)
public class BookQueries {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')";
    private static final String ROWS = """
            select b.book_id, b.place_code, p.name as place_name,
                (select t.name from place t where length(b.place_code) > 9 and t.place_code = left(b.place_code, 9)) as township_name,
                b.name, b.regime, r.name as regime_name, b.opened_on, b.variant,
                (select max(v.dated) from economy_voucher v where v.book_id = b.book_id and v.state = 'POSTED') as last_posted,
                (select min(m.month) from economy_period m where m.book_id = b.book_id and m.state = 'OPEN') as open_month,
                (select count(*) from economy_voucher v where v.place_code = b.place_code and v.book_id = b.book_id
                    and v.state in ('DRAFT', 'SUBMITTED', 'REVIEWED')) as waiting
              from economy_book b
                join place p on p.place_code = b.place_code
                join economy_regime r on r.regime = b.regime
              where b.place_code >= :lo and b.place_code < :hi
            """;

    private final JdbcClient database;

    BookQueries(JdbcClient database) {
        this.database = database;
    }

    @PreAuthorize(MAY_READ)
    public List<BookRow> books(Jurisdiction jurisdiction) {
        return in(jurisdiction, ROWS + " order by b.place_code, b.regime desc, b.name")
                .query(BookRow.class)
                .list();
    }

    /**
     * @param text part of the name of a place or a book; empty for all
     * @param waiting only where vouchers wait
     */
    @PreAuthorize(MAY_READ)
    public Page<BookRow> books(Jurisdiction jurisdiction, String text, boolean waiting, Pageable page) {
        var sql = "select * from (" + ROWS + """
                ) b where (:text = '' or position(:text in b.place_name) > 0 or position(:text in b.name) > 0)
                  and (not :waiting or b.waiting > 0)
                """;
        var rows = in(jurisdiction, sql + " order by b.place_code, b.regime desc, b.name limit :size offset :from")
                .param("text", text)
                .param("waiting", waiting)
                .param("size", page.isPaged() ? page.getPageSize() : Integer.MAX_VALUE)
                .param("from", page.isPaged() ? page.getOffset() : 0)
                .query(BookRow.class)
                .list();
        return PageableExecutionUtils.getPage(rows, page, () -> in(jurisdiction, "select count(*) from (" + sql + ") n")
                .param("text", text)
                .param("waiting", waiting)
                .query(Long.class)
                .single());
    }

    /** Regulations in force on a day, the newest first. */
    @PreAuthorize(MAY_READ)
    public List<Regime> regimes(LocalDate on) {
        return database.sql("""
                select regime, name, basis from economy_regime
                  where valid_from <= :on and (valid_to is null or valid_to > :on) order by valid_from desc
                """).param("on", on).query(Regime.class).list();
    }

    /** Whether another regulation has taken the place of this one, and where its balances go is known. */
    @PreAuthorize(MAY_READ)
    public boolean isSucceeded(String regime) {
        return database.sql("select exists (select from economy_succession where from_regime = :regime)")
                .param("regime", regime)
                .query(Boolean.class)
                .single();
    }

    /** A regulation that prescribes a chart of accounts. */
    public record Regime(String regime, String name, String basis) {}

    /** A month of a book. */
    public record Month(
            LocalDate month,
            boolean open,
            int waiting,
            int posted,
            @Nullable String closedByPerson) {

        public YearMonth value() {
            return YearMonth.from(month);
        }
    }

    /** The months of a year that were opened, with what waits and what was posted in each. */
    @PreAuthorize(MAY_READ)
    public List<Month> months(Jurisdiction jurisdiction, BookId id, int year) {
        return in(jurisdiction, """
                select m.month, m.state = 'OPEN' as open, m.closed_by_person,
                    (select count(*) from economy_voucher v where v.book_id = m.book_id and v.month = m.month
                      and v.state in ('DRAFT', 'SUBMITTED', 'REVIEWED')) as waiting,
                    (select count(*) from economy_voucher v where v.book_id = m.book_id and v.month = m.month
                      and v.state = 'POSTED') as posted
                  from economy_period m
                  where m.book_id = :book and m.month >= :from and m.month <= :to
                    and m.place_code >= :lo and m.place_code < :hi
                  order by m.month
                """)
                .param("book", id.value())
                .param("from", YearMonth.of(year, 1).atDay(1))
                .param("to", YearMonth.of(year, 12).atDay(1))
                .query(Month.class)
                .list();
    }

    /** The years that were opened, the latest first. */
    @PreAuthorize(MAY_READ)
    public List<Integer> years(Jurisdiction jurisdiction, BookId id) {
        return in(jurisdiction, """
                select year from economy_year where book_id = :book and place_code >= :lo and place_code < :hi order by year desc
                """)
                .param("book", id.value())
                .query(Integer.class)
                .list();
    }

    /** What lines of the book may name beside their accounts. */
    @PreAuthorize(MAY_READ)
    public List<Detail> details(Jurisdiction jurisdiction, BookId id) {
        return in(jurisdiction, """
                select dimension, name from economy_detail
                  where book_id = :book and place_code >= :lo and place_code < :hi order by dimension, name
                """)
                .param("book", id.value())
                .query(Detail.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    public Optional<String> detailName(Jurisdiction jurisdiction, BookId id, UUID detail) {
        return in(jurisdiction, """
                select name from economy_detail
                  where book_id = :book and detail_id = :detail and place_code >= :lo and place_code < :hi
                """)
                .param("book", id.value())
                .param("detail", detail)
                .query(String.class)
                .optional();
    }

    /** A name that lines of a book give beside their account. */
    public record Detail(Dimension dimension, String name) {}

    @PreAuthorize(MAY_READ)
    public Optional<BookRow> find(Jurisdiction jurisdiction, BookId id) {
        return in(jurisdiction, ROWS + " and b.book_id = :book")
                .param("book", id.value())
                .query(BookRow.class)
                .optional();
    }

    @PreAuthorize(MAY_READ)
    public List<AccountRow> accounts(Jurisdiction jurisdiction, BookId id) {
        return in(jurisdiction, """
                select code, name, category, normal_side, parent, leaf, dimension, required
                  from economy_account
                  where book_id = :book and place_code >= :lo and place_code < :hi
                  order by code collate "C"
                """)
                .param("book", id.value())
                .query(BookQueries::account)
                .list();
    }

    /** What lines of a book may name, and the months in which they may be dated. */
    public record Ground(Map<AccountCode, AccountRow> chart, Set<YearMonth> open) {

        public Ground {
            chart = Map.copyOf(chart);
            open = Set.copyOf(open);
        }
    }

    /** As many statements for a hundred books as for one. */
    @PreAuthorize(MAY_READ)
    public Map<BookId, Ground> grounds(Jurisdiction jurisdiction, Set<BookId> books) {
        var ids = books.stream().map(BookId::value).toArray(UUID[]::new);
        var charts = new HashMap<BookId, Map<AccountCode, AccountRow>>();
        in(jurisdiction, """
                select book_id, code, name, category, normal_side, parent, leaf, dimension, required
                  from economy_account
                  where book_id = any(:books) and place_code >= :lo and place_code < :hi
                """).param("books", ids).query(row -> {
            var account = account(row, 0);
            charts.computeIfAbsent(new BookId(row.getObject("book_id", UUID.class)), book -> new HashMap<>())
                    .put(account.code(), account);
        });
        var open = new HashMap<BookId, Set<YearMonth>>();
        in(jurisdiction, """
                select book_id, month from economy_period
                  where book_id = any(:books) and state = 'OPEN' and place_code >= :lo and place_code < :hi
                """).param("books", ids).query(row -> {
            open.computeIfAbsent(new BookId(row.getObject("book_id", UUID.class)), book -> new HashSet<>())
                    .add(YearMonth.from(row.getObject("month", LocalDate.class)));
        });
        return books.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        book -> new Ground(charts.getOrDefault(book, Map.of()), open.getOrDefault(book, Set.of()))));
    }

    /** An account whose balance stands at the top of a book. */
    public record Tile(String code, String name, Side normalSide) {}

    /** As the regulation says, in their order. */
    @PreAuthorize(MAY_READ)
    public List<Tile> tiles(String regime) {
        return database.sql("""
                select code, name, normal_side from economy_chart_account where regime = :regime and tile is not null order by tile
                """)
                .param("regime", regime)
                .query((row, number) -> new Tile(
                        row.getString("code"), row.getString("name"), Side.ofCode(row.getString("normal_side"))))
                .list();
    }

    @PreAuthorize(MAY_READ)
    public Optional<AccountRow> account(Jurisdiction jurisdiction, BookId id, AccountCode code) {
        return in(jurisdiction, """
                select code, name, category, normal_side, parent, leaf, dimension, required
                  from economy_account
                  where book_id = :book and code = :code and place_code >= :lo and place_code < :hi
                """)
                .param("book", id.value())
                .param("code", code.value())
                .query(BookQueries::account)
                .optional();
    }

    Optional<UUID> detail(Jurisdiction jurisdiction, BookId id, Dimension dimension, String name) {
        return in(jurisdiction, """
                select detail_id from economy_detail
                  where book_id = :book and dimension = :dimension and name = :name and place_code >= :lo and place_code < :hi
                """)
                .param("book", id.value())
                .param("dimension", dimension.name())
                .param("name", name)
                .query(UUID.class)
                .optional();
    }

    boolean named(Jurisdiction jurisdiction, PlaceCode place, String name) {
        return in(jurisdiction, """
                select exists (select from economy_book
                  where place_code = :place and name = :name and place_code >= :lo and place_code < :hi)
                """)
                .param("place", place.value())
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    boolean isUsed(Jurisdiction jurisdiction, BookId id, AccountCode code) {
        return in(jurisdiction, """
                select exists (select from economy_line
                  where book_id = :book and account_code = :code and place_code >= :lo and place_code < :hi)
                """)
                .param("book", id.value())
                .param("code", code.value())
                .query(Boolean.class)
                .single();
    }

    /** The accounts that lines name, whether these count yet or not. */
    Set<AccountCode> used(Jurisdiction jurisdiction, BookId id) {
        return in(jurisdiction, """
                select code from economy_account a
                  where a.book_id = :book and a.place_code >= :lo and a.place_code < :hi
                    and exists (select from economy_line l where l.book_id = a.book_id and l.account_code = a.code)
                """)
                .param("book", id.value())
                .query((row, number) -> new AccountCode(row.getString("code")))
                .set();
    }

    int lastYear(Jurisdiction jurisdiction, BookId id) {
        return in(jurisdiction, """
                select max(year) from economy_year where book_id = :book and place_code >= :lo and place_code < :hi
                """)
                .param("book", id.value())
                .query(Integer.class)
                .single();
    }

    /** Whether vouchers may be dated in the month: the year was opened and the month is not closed. */
    @PreAuthorize(MAY_READ)
    public boolean isOpen(Jurisdiction jurisdiction, BookId id, YearMonth month) {
        return in(jurisdiction, """
                select exists (select from economy_period
                  where book_id = :book and month = :month and state = 'OPEN' and place_code >= :lo and place_code < :hi)
                """)
                .param("book", id.value())
                .param("month", month.atDay(1))
                .query(Boolean.class)
                .single();
    }

    /** Empty when every month that was opened is closed. */
    @PreAuthorize(MAY_READ)
    public Optional<YearMonth> firstOpen(Jurisdiction jurisdiction, BookId id) {
        return month(jurisdiction, id, "min(month)", "OPEN");
    }

    @PreAuthorize(MAY_READ)
    public Optional<YearMonth> lastClosed(Jurisdiction jurisdiction, BookId id) {
        return month(jurisdiction, id, "max(month)", "CLOSED");
    }

    private Optional<YearMonth> month(Jurisdiction jurisdiction, BookId id, String which, String state) {
        return in(jurisdiction, """
                select %s from economy_period
                  where book_id = :book and state = :state and place_code >= :lo and place_code < :hi
                  having count(*) > 0
                """.formatted(which))
                .param("book", id.value())
                .param("state", state)
                .query(LocalDate.class)
                .optional()
                .map(YearMonth::from);
    }

    /** Up to which month of the year several could be closed together: all before this month are over, and nothing waits. */
    @PreAuthorize(MAY_READ)
    public Optional<YearMonth> closable(Jurisdiction jurisdiction, BookId id, int year, YearMonth before) {
        var months = months(jurisdiction, id, year).stream()
                .filter(Month::open)
                .takeWhile(month -> month.waiting() == 0 && month.value().isBefore(before))
                .toList();
        return months.size() < 2
                ? Optional.empty()
                : Optional.of(months.get(months.size() - 1).value());
    }

    int waiting(Jurisdiction jurisdiction, BookId id, YearMonth month) {
        return in(jurisdiction, """
                select count(*) from economy_voucher
                  where book_id = :book and month = :month and state in ('DRAFT', 'SUBMITTED', 'REVIEWED')
                    and place_code >= :lo and place_code < :hi
                """)
                .param("book", id.value())
                .param("month", month.atDay(1))
                .query(Integer.class)
                .single();
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    private static AccountRow account(ResultSet row, int number) throws SQLException {
        var parent = row.getString("parent");
        var dimension = row.getString("dimension");
        return new AccountRow(
                new AccountCode(row.getString("code")),
                row.getString("name"),
                Category.valueOf(row.getString("category")),
                Side.ofCode(row.getString("normal_side")),
                parent == null ? null : new AccountCode(parent),
                row.getBoolean("leaf"),
                dimension == null ? null : Dimension.valueOf(dimension),
                row.getBoolean("required"));
    }
}
