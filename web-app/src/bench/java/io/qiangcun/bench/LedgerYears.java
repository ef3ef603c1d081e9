package io.qiangcun.bench;

import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * A thousand books of ten years with 1,200 lines each, written set by set past the triggers. What the triggers would have kept
 * is written beside it, and one book that is posted voucher by voucher through them proves that both are the same.
 */
final class LedgerYears {

    static final int BOOKS = 1000;
    static final int FIRST_YEAR = 2016;

    private static final Logger LOG = LoggerFactory.getLogger(LedgerYears.class);
    private static final int CHUNK = 50;

    /** A table with a place that no fence stands around keeps the application from starting, so the column is called otherwise. */
    private static final String BOOK_ROWS = "(select n, book_id, village as place_code from bench_book) b";

    /** A county of eight townships and 186 villages, and another that makes up the thousand. */
    private static final String PLACES = """
            insert into place (place_code, version, category, name, valid_from)
              select code, 0, category, code, date '2000-01-01' from (
                select '150525' as code, 'COUNTY' as category
                union all select '150524' || t, 'TOWNSHIP' from generate_series(100, 107) t
                union all select '150525' || t, 'TOWNSHIP' from generate_series(100, 120) t
                union all select '150524' || (100 + mod(v, 8)) || (200 + v / 8), 'VILLAGE' from generate_series(0, 185) v
                union all select '150525' || t || v, 'VILLAGE' from generate_series(100, 120) t, generate_series(200, 238) v) p
            """;

    /** One password for all of them. */
    private static final String POSTS = """
            insert into account (account_id, place_code, version, created_at, created_by, changed_at, changed_by, login, role, post,
                password, must_change_password, enabled, stamp)
              select md5('post' || place_code)::uuid, place_code, 0, now(), 'bench', now(), 'bench',
                  case category when 'COUNTY' then 'county' else lower(category) || '-' || place_code end, category, place_code, '%s',
                  false, true, 0
                from place where place_code like '150524%%' and category in ('COUNTY', 'TOWNSHIP', 'VILLAGE');
            insert into account_holder (account_holder_id, account_id, place_code, name, held_from)
              select md5('holder' || place_code)::uuid, account_id, place_code, '张' || place_code, now()
                from account where created_by = 'bench';
            """;

    /** What a line of a year says, by the number of its voucher: two debits, two credits. */
    private static final String MADE = """
            create function bench_lines(seed integer, y integer, k integer)
              returns table (line_no integer, side text, account text, detail text, amount numeric) language sql immutable as $$
              with made as (
                select (array['102', '113', '513', '511', '102', '514', '212', '513', '121', '401', '102', '241'])[1 + mod(k, 12)] as d1,
                  (array['101', '102', '511', '512', '112', '515', '213', '514', '131', '511', '102', '151'])[1 + mod(k, 12)] as d2,
                  (array['501', '501', '102', '152', '113', '102', '102', '212', '102', '121', '241', '311'])[1 + mod(k, 12)] as c1,
                  (array['504', '502', '101', '214', '501', '211', '101', '213', '211', '131', '503', '102'])[1 + mod(k, 12)] as c2,
                  100 + mod(k * 37 + seed * 13 + y, 900) + mod(k * 7, 100) / 100.0 as one,
                  50 + mod(k * 11 + seed * 5 + y, 400) + mod(k * 3, 100) / 100.0 as two)
              select l.line_no, l.side, l.account,
                  case when l.account = '113' then 'h' || mod(k * 7, 40) when l.account in ('112', '211') then 'c' || mod(k, 15) end,
                  round(l.amount, 2)
                from made, lateral (values (1, 'D', d1, one), (2, 'D', d2, two), (3, 'C', c1, one), (4, 'C', c2, two))
                  l (line_no, side, account, amount)
            $$
            """;

    private static final String TARGETS = """
            create table bench_book as
              select row_number() over (order by place_code not like '150524%%', place_code)::integer as n, place_code as village,
                  md5('bench-book-' || place_code)::uuid as book_id
                from place where category = 'VILLAGE' and valid_to is null
                  and (place_code like '150524%%' or place_code like '150525%%')
                order by 1 limit %d
            """.formatted(BOOKS);

    private static final String HEADS = """
            insert into economy_book (book_id, version, created_at, created_by, changed_at, changed_by, place_code, name, regime,
                opened_on, variant, recorded_at, recorded_by, recorded_by_person)
              select book_id, 0, now(), 'bench', now(), 'bench', place_code, '十年账', 'VILLAGE_2023', date '2016-01-01', 'A', now(),
                  'bench', 'Bench' from @books;
            insert into economy_account (book_id, code, place_code, name, category, normal_side, parent, leaf, dimension, required)
              select b.book_id, c.code, b.place_code, c.name, c.category, c.normal_side, c.parent,
                  not exists (select from economy_chart_account k where k.regime = c.regime and k.parent = c.code), c.dimension, c.required
                from @books, economy_chart_account c where c.regime = 'VILLAGE_2023';
            insert into economy_detail (detail_id, book_id, place_code, dimension, name)
              select md5(book_id || name)::uuid, book_id, place_code, dimension, name
                from @books, (select 'HOUSEHOLD' as dimension, 'h' || h as name from generate_series(0, 39) h
                  union all select 'COUNTERPARTY', 'c' || c from generate_series(0, 14) c) d;
            insert into economy_year (book_id, year, place_code, recorded_at, recorded_by, recorded_by_person)
              select book_id, y, place_code, now(), 'bench', 'Bench' from @books, generate_series(2016, 2026) y
                where y < 2026 or not bench_closes(place_code);
            insert into economy_period (book_id, month, place_code, state, closed_at, closed_by, closed_by_person)
              select book_id, m::date, place_code, case when m < date '2025-01-01' then 'CLOSED' else 'OPEN' end,
                  case when m < date '2025-01-01' then now() end, case when m < date '2025-01-01' then 'bench' end,
                  case when m < date '2025-01-01' then 'Bench' end
                from @books, generate_series(timestamp '2016-01-01', timestamp '2026-12-01', '1 month') m
                where m < date '2026-01-01' or not bench_closes(place_code);
            """;

    private static final String VOUCHERS = """
            insert into economy_voucher (voucher_id, version, created_at, created_by, changed_at, changed_by, book_id, place_code,
                dated, kind, state, summary, number, sheets, recorded_at, recorded_by, recorded_by_person, reviewed_at, reviewed_by,
                reviewed_by_person, posted_at, posted_by, posted_by_person)
              select bench_voucher(n, y, k), 3, now(), 'bench', now(), 'bench', book_id, place_code,
                  make_date(y, 1 + (k - 1) / 25, 1 + mod(k, 28)), 'NORMAL', 'POSTED', '凭证' || k, 1 + mod(k - 1, 25), 1, now(), 'bench',
                  'Bench', now(), 'other', 'Other', now(), 'other', 'Other'
                from @books, generate_series(2016, 2025) y, generate_series(1, 300) k
                where n between %1$d and %2$d
                order by n, y, k;
            """;

    private static final String LINES_OF = """
            insert into economy_line (voucher_id, line_no, book_id, place_code, month, account_code, detail_id, side, amount, summary)
              select bench_voucher(n, y, k), l.line_no, book_id, place_code, make_date(y, 1 + (k - 1) / 25, 1), l.account,
                  case when l.detail is not null then md5(book_id || l.detail)::uuid end, l.side, l.amount, ''
                from @books, generate_series(2016, 2025) y, generate_series(1, 300) k, lateral bench_lines(n, y, k) l
                where n between %1$d and %2$d
                order by n, y, k;
            """;

    /** As posting keeps them. */
    private static final String BALANCES = """
            insert into economy_balance (book_id, year, month, account_code, detail_id, place_code, debit, credit, closing_debit,
                closing_credit)
              select l.book_id, extract(year from l.month), extract(month from l.month), l.account_code,
                  coalesce(l.detail_id, '00000000-0000-0000-0000-000000000000'), l.place_code,
                  sum(case l.side when 'D' then l.amount else 0 end), sum(case l.side when 'C' then l.amount else 0 end), 0, 0
                from economy_line l join @books on b.book_id = l.book_id
                where b.n between %1$d and %2$d
                group by 1, 2, 3, 4, 5, 6
                order by 1, 2, 4, 5, 3;
            """;

    /** As the opening of a year carries them on. */
    private static final String CARRIED = """
            insert into economy_balance (book_id, year, month, account_code, detail_id, place_code, debit, credit, closing_debit,
                closing_credit)
              select m.book_id, y.year, 0, m.account_code, m.detail_id, m.place_code, greatest(sum(m.debit - m.credit), 0),
                  greatest(sum(m.credit - m.debit), 0), 0, 0
                from @books
                  join economy_balance m on m.book_id = b.book_id and m.month > 0
                  join economy_year y on y.book_id = b.book_id and y.year > m.year
                where b.n between %1$d and %2$d
                group by 1, 2, 4, 5, 6
                having sum(m.debit - m.credit) <> 0;
            """;

    /** The first book once more, its first two years posted one voucher after the other with every trigger awake. */
    private static final String PROOF = """
            insert into economy_book (book_id, version, created_at, created_by, changed_at, changed_by, place_code, name, regime,
                opened_on, variant, recorded_at, recorded_by, recorded_by_person)
              select md5('proof')::uuid, 0, now(), 'bench', now(), 'bench', place_code, '对照账', 'VILLAGE_2023', date '2016-01-01', 'A',
                  now(), 'bench', 'Bench' from @books where n = 1000;
            insert into economy_account (book_id, code, place_code, name, category, normal_side, parent, leaf, dimension, required)
              select md5('proof')::uuid, code, (select place_code from @books where n = 1000), name, category, normal_side, parent,
                  leaf, dimension, required from economy_account where book_id = (select book_id from @books where n = 1);
            insert into economy_detail (detail_id, book_id, place_code, dimension, name)
              select md5('proof' || name)::uuid, md5('proof')::uuid, (select place_code from @books where n = 1000), dimension, name
                from economy_detail where book_id = (select book_id from @books where n = 1);
            """;

    private static final String PROOF_YEAR = """
            insert into economy_year (book_id, year, place_code, recorded_at, recorded_by, recorded_by_person)
              select md5('proof')::uuid, %1$d, place_code, now(), 'bench', 'Bench' from @books where n = 1000;
            insert into economy_voucher (voucher_id, version, created_at, created_by, changed_at, changed_by, book_id, place_code,
                dated, kind, state, summary, sheets, recorded_at, recorded_by, recorded_by_person)
              select bench_voucher(1001, %1$d, k), 0, now(), 'bench', now(), 'bench', md5('proof')::uuid, place_code,
                  make_date(%1$d, 1 + (k - 1) / 25, 1 + mod(k, 28)), 'NORMAL', 'DRAFT', '凭证' || k, 1, now(), 'bench', 'Bench'
                from @books, generate_series(1, 300) k where n = 1000;
            insert into economy_line (voucher_id, line_no, book_id, place_code, month, account_code, detail_id, side, amount, summary)
              select bench_voucher(1001, %1$d, k), l.line_no, md5('proof')::uuid, place_code, make_date(%1$d, 1 + (k - 1) / 25, 1),
                  l.account, case when l.detail is not null then md5('proof' || l.detail)::uuid end, l.side, l.amount, ''
                from @books, generate_series(1, 300) k, lateral bench_lines(1, %1$d, k) l where n = 1000;
            update economy_voucher set state = 'SUBMITTED' where book_id = md5('proof')::uuid and state = 'DRAFT';
            update economy_voucher set state = 'REVIEWED', reviewed_at = now(), reviewed_by = 'other', reviewed_by_person = 'Other'
              where book_id = md5('proof')::uuid and state = 'SUBMITTED';
            do $$
            declare
              one uuid;
            begin
              for one in select voucher_id from economy_voucher
                  where book_id = md5('proof')::uuid and state = 'REVIEWED' order by dated, voucher_id loop
                update economy_voucher set state = 'POSTED', posted_at = now(), posted_by = 'other', posted_by_person = 'Other'
                  where voucher_id = one;
              end loop;
            end
            $$;
            """;

    private static final String DIFFERENT = """
            with kept as (
              select b.year, b.month, b.account_code, d.name, b.debit, b.credit, b.closing_debit, b.closing_credit, b.book_id
                from economy_balance b left join economy_detail d on d.detail_id = b.detail_id where b.year <= 2017),
              fast as (select year, month, account_code, name, debit, credit, closing_debit, closing_credit from kept
                where book_id = (select book_id from @books where n = 1)),
              slow as (select year, month, account_code, name, debit, credit, closing_debit, closing_credit from kept
                where book_id = md5('proof')::uuid)
            select (select count(*) from slow) as rows,
              (select count(*) from (table fast except table slow) f) + (select count(*) from (table slow except table fast) s) as different
            """;

    /** Written, submitted and reviewed with every trigger awake; only posting is left, and that is measured. */
    private static final String WAITING = """
            insert into economy_voucher (voucher_id, version, created_at, created_by, changed_at, changed_by, book_id, place_code,
                dated, kind, state, summary, sheets, recorded_at, recorded_by, recorded_by_person)
              select md5(book_id || 'waiting' || k)::uuid, 0, now(), 'bench', now(), 'bench', book_id, place_code,
                  date '2026-01-05' + k, 'NORMAL', 'DRAFT', '待过账' || k, 1, now(), 'bench', 'Bench'
                from @books, generate_series(1, %1$d) k where place_code like '150524100%%' ;
            insert into economy_line (voucher_id, line_no, book_id, place_code, month, account_code, detail_id, side, amount, summary)
              select md5(book_id || 'waiting' || k)::uuid, l.line_no, book_id, place_code, date_trunc('month', date '2026-01-05' + k)::date,
                  l.account, case when l.detail is not null then md5(book_id || l.detail)::uuid end, l.side, l.amount, ''
                from @books, generate_series(1, %1$d) k, lateral bench_lines(n, 2026, k) l where place_code like '150524100%%';
            update economy_voucher set state = 'SUBMITTED', version = 1 where state = 'DRAFT' and recorded_by = 'bench';
            update economy_voucher set state = 'REVIEWED', version = 2, reviewed_at = now(), reviewed_by = 'other',
                reviewed_by_person = 'Other' where state = 'SUBMITTED' and recorded_by = 'bench';
            """;

    private LedgerYears() {}

    /**
     * @param waiting vouchers that wait in each book of the first township
     * @param password of everybody
     */
    static void fill(Connection database, int waiting, String password) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(PLACES);
            statement.execute(POSTS.formatted(
                    "{argon2}" + Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(password)));
            statement.execute(TARGETS);
            statement.execute(MADE);
            statement.execute("""
                    create function bench_voucher(n integer, y integer, k integer) returns uuid language sql immutable as $$
                      select (lpad(to_hex(n), 8, '0') || '-' || lpad(to_hex(y), 4, '0') || '-4000-8000-' || lpad(to_hex(k), 12, '0'))::uuid
                    $$
                    """);
            // the second township has not opened the next year yet
            statement.execute("""
                    create function bench_closes(place text) returns boolean language sql immutable as $$
                      select place like '150524101%' $$
                    """);
            statement.execute(sql(HEADS));
            for (var from = 1; from <= BOOKS; from += CHUNK) {
                for (var step : new String[] {VOUCHERS, LINES_OF, BALANCES, CARRIED}) {
                    statement.execute(sql(step).formatted(from, from + CHUNK - 1));
                }
                LOG.info("{} of {} books", from + CHUNK - 1, BOOKS);
            }
            statement.execute("set session_replication_role = origin");
            prove(database);
            statement.execute(sql(WAITING).formatted(waiting));
            statement.execute("vacuum (analyze) economy_line, economy_voucher, economy_balance");
            statement.execute("vacuum (analyze)");
            statement.execute("checkpoint");
        }
    }

    private static void prove(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql(PROOF));
            statement.execute(sql(PROOF_YEAR).formatted(FIRST_YEAR));
            statement.execute(sql(PROOF_YEAR).formatted(FIRST_YEAR + 1));
            try (var row = statement.executeQuery(sql(DIFFERENT))) {
                row.next();
                if (row.getInt("rows") < 100 || row.getInt("different") != 0) {
                    throw new IllegalStateException("Of %d balances that triggers keep %d are not those of the set"
                            .formatted(row.getInt("rows"), row.getInt("different")));
                }
                LOG.info("{} balances are those that triggers keep", row.getInt("rows"));
            }
        }
    }

    /** How many lines there are, by the database's own count, and how large they are with their balances. */
    static String size(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("""
                        select to_char((select count(*) from economy_line), 'FM999,999,999') || ' lines, '
                          || to_char((select count(*) from economy_balance), 'FM999,999,999') || ' balances, '
                          || pg_size_pretty(pg_database_size(current_database()))
                        """)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String sql(String text) {
        return text.replace("@books", BOOK_ROWS);
    }
}
