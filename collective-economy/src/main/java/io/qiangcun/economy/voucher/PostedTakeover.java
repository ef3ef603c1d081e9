package io.qiangcun.economy.voucher;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
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

    private final VoucherBatches vouchers;
    private final JdbcTemplate batches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PostedTakeover(VoucherBatches vouchers, JdbcTemplate batches, ApplicationEventPublisher events, Clock clock) {
        this.vouchers = vouchers;
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
        vouchers.draft(
                inOrder.stream()
                        .map(one -> new VoucherBatches.Drafted(one.voucher(), one.maker()))
                        .toList(),
                clock.instant());
        vouchers.submit(inOrder.stream().map(Posted::voucher).toList());
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

    private void look(List<Posted> posted, Timestamp at) {
        batches.batchUpdate("""
                update economy_voucher set state = 'REVIEWED', version = 2, reviewed_at = ?, reviewed_by = ?, reviewed_by_person = ?
                where voucher_id = ?
                """, posted, BATCH, (row, one) -> {
            row.setTimestamp(1, at);
            row.setString(2, one.reviewer().login());
            row.setString(3, one.reviewer().holder());
            row.setObject(4, one.voucher().id().value());
        });
        batches.batchUpdate("""
                update economy_voucher set state = 'POSTED', version = 3, posted_at = ?, posted_by = ?, posted_by_person = ?
                where voucher_id = ?
                """, posted, BATCH, (row, one) -> {
            row.setTimestamp(1, at);
            row.setString(2, one.reviewer().login());
            row.setString(3, one.reviewer().holder());
            row.setObject(4, one.voucher().id().value());
        });
    }
}
