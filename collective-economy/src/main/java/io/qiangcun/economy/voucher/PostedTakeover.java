package io.qiangcun.economy.voucher;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over vouchers that others wrote and looked over before, many books at once: in batches, each through all of its
 * states, past code that checks one by one. The database keeps every rule all the same.
 */
@Service
@Transactional
public class PostedTakeover {

    private static final int BATCH = 1_000;

    private final JdbcTemplate batches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PostedTakeover(JdbcTemplate batches, ApplicationEventPublisher events, Clock clock) {
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    /** A voucher, who wrote it and who looked it over. */
    public record Posted(DraftVoucher voucher, Actor maker, Actor reviewer) {}

    /** In the order of their days, whichever they come in; numbers follow it. */
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.REVIEW_VOUCHERS + "')")
    public void postedBefore(Jurisdiction jurisdiction, List<Posted> posted) {
        var inOrder = posted.stream()
                .sorted(Comparator.comparing(one -> one.voucher().dated()))
                .toList();
        var at = Timestamp.from(clock.instant());
        draft(inOrder, at);
        name(inOrder);
        write(inOrder);
        look(inOrder, at);
        events.publishEvent(new VouchersTakenOver(
                inOrder.size(),
                inOrder.stream().mapToInt(one -> one.voucher().lines().size()).sum(),
                jurisdiction.root()));
    }

    /** Closes what lies before a month in all books of the jurisdiction, month by month. */
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.CLOSE_MONTHS + "')")
    public void closedBefore(Jurisdiction jurisdiction, Actor actor, YearMonth first) {
        var at = Timestamp.from(clock.instant());
        var months = batches.queryForList("""
                select distinct month from economy_period
                where state = 'OPEN' and month < ? and place_code >= ? and place_code < ? order by month
                """, LocalDate.class, first.atDay(1), jurisdiction.lo(), jurisdiction.hi());
        for (var month : months) {
            batches.update("""
                    update economy_period set state = 'CLOSED', closed_at = ?, closed_by = ?, closed_by_person = ?
                    where state = 'OPEN' and month = ? and place_code >= ? and place_code < ?
                    """, at, actor.login(), actor.holder(), month, jurisdiction.lo(), jurisdiction.hi());
        }
    }

    private void draft(List<Posted> posted, Timestamp at) {
        batches.batchUpdate("""
                insert into economy_voucher (voucher_id, version, created_at, created_by, changed_at, changed_by, book_id,
                  place_code, dated, kind, state, summary, paper_number, sheets, recorded_at, recorded_by, recorded_by_person)
                select ?, 3, ?, ?, ?, ?, book_id, place_code, ?, ?, 'DRAFT', ?, ?, ?, ?, ?, ? from economy_book where book_id = ?
                """, posted, BATCH, (row, one) -> {
            var voucher = one.voucher();
            var column = 0;
            row.setObject(++column, voucher.id().value());
            row.setTimestamp(++column, at);
            row.setString(++column, one.maker().login());
            row.setTimestamp(++column, at);
            row.setString(++column, one.reviewer().login());
            row.setObject(++column, voucher.dated());
            row.setString(++column, voucher.kind().name());
            row.setString(++column, voucher.summary());
            row.setString(++column, voucher.paperNumber());
            row.setInt(++column, voucher.sheets());
            row.setTimestamp(++column, at);
            row.setString(++column, one.maker().login());
            row.setString(++column, one.maker().holder());
            row.setObject(++column, voucher.book().value());
        });
    }

    private record Written(DraftVoucher voucher, int number, DraftVoucher.Line line) {}

    private static List<Written> lines(List<Posted> posted) {
        var lines = new ArrayList<Written>();
        posted.forEach(one -> {
            var number = 0;
            for (var line : one.voucher().lines()) {
                lines.add(new Written(one.voucher(), ++number, line));
            }
        });
        return lines;
    }

    /** Whom or what lines name, as far as the book does not know it. */
    private void name(List<Posted> posted) {
        var named = lines(posted).stream()
                .filter(written -> written.line().detail() != null)
                .toList();
        batches.batchUpdate("""
                insert into economy_detail (detail_id, book_id, place_code, dimension, name)
                select ?, a.book_id, a.place_code, a.dimension, ? from economy_account a
                where a.book_id = ? and a.code = ? and a.dimension is not null
                on conflict (book_id, dimension, name) do nothing
                """, named, BATCH, (row, written) -> {
            row.setObject(1, UUID.randomUUID());
            row.setString(2, written.line().detail());
            row.setObject(3, written.voucher().book().value());
            row.setString(4, written.line().account().value());
        });
    }

    private void write(List<Posted> posted) {
        batches.batchUpdate("""
                insert into economy_line (voucher_id, line_no, book_id, place_code, month, account_code, detail_id, side, amount,
                  summary)
                select ?, ?, a.book_id, a.place_code, date_trunc('month', cast(? as timestamp))::date, a.code, d.detail_id, ?, ?, ?
                from economy_account a
                  left join economy_detail d on d.book_id = a.book_id and d.dimension = a.dimension and d.name = ?
                where a.book_id = ? and a.code = ?
                """, lines(posted), BATCH, (row, written) -> {
            var line = written.line();
            row.setObject(1, written.voucher().id().value());
            row.setInt(2, written.number());
            row.setObject(3, written.voucher().dated());
            row.setString(4, line.side().code());
            row.setBigDecimal(5, line.amount().yuan());
            row.setString(6, line.summary());
            row.setString(7, line.detail());
            row.setObject(8, written.voucher().book().value());
            row.setString(9, line.account().value());
        });
    }

    private void look(List<Posted> posted, Timestamp at) {
        batches.batchUpdate(
                "update economy_voucher set state = 'SUBMITTED' where voucher_id = ?",
                posted,
                BATCH,
                (row, one) -> row.setObject(1, one.voucher().id().value()));
        batches.batchUpdate("""
                update economy_voucher set state = 'REVIEWED', reviewed_at = ?, reviewed_by = ?, reviewed_by_person = ?
                where voucher_id = ?
                """, posted, BATCH, (row, one) -> {
            row.setTimestamp(1, at);
            row.setString(2, one.reviewer().login());
            row.setString(3, one.reviewer().holder());
            row.setObject(4, one.voucher().id().value());
        });
        batches.batchUpdate("""
                update economy_voucher set state = 'POSTED', posted_at = ?, posted_by = ?, posted_by_person = ?
                where voucher_id = ?
                """, posted, BATCH, (row, one) -> {
            row.setTimestamp(1, at);
            row.setString(2, one.reviewer().login());
            row.setString(3, one.reviewer().holder());
            row.setObject(4, one.voucher().id().value());
        });
    }
}
