package io.qiangcun.economy.voucher;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes many vouchers down in few statements. Whoever asks has looked at them; the database keeps every rule all the same. */
@Component
class VoucherBatches {

    private static final int BATCH = 1_000;

    private final JdbcTemplate batches;

    VoucherBatches(JdbcTemplate batches) {
        this.batches = batches;
    }

    /** A voucher and who wrote it. */
    record Drafted(DraftVoucher voucher, Actor maker) {}

    /** What one of them corrects has to come before it, unless it is known. */
    void draft(List<Drafted> drafted, Instant at) {
        insert(drafted, Timestamp.from(at));
        name(drafted);
        write(drafted);
    }

    /** Until the end of the transaction nobody else changes the voucher; whoever waited here sees what became of it. */
    void hold(Jurisdiction jurisdiction, VoucherId id) {
        batches.query("""
                select from economy_voucher where voucher_id = ? and place_code >= ? and place_code < ? for no key update
                """, row -> {}, id.value(), jurisdiction.lo(), jurisdiction.hi());
    }

    void submit(List<DraftVoucher> vouchers) {
        batches.batchUpdate(
                "update economy_voucher set state = 'SUBMITTED', version = 1 where voucher_id = ?",
                vouchers,
                BATCH,
                (row, voucher) -> row.setObject(1, voucher.id().value()));
    }

    private void insert(List<Drafted> drafted, Timestamp at) {
        batches.batchUpdate("""
                insert into economy_voucher (voucher_id, version, created_at, created_by, changed_at, changed_by, book_id,
                  place_code, dated, kind, state, summary, paper_number, sheets, corrects, recorded_at, recorded_by,
                  recorded_by_person)
                select ?, 0, ?, ?, ?, ?, book_id, place_code, ?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?, ? from economy_book where book_id = ?
                """, drafted, BATCH, (row, one) -> {
            var voucher = one.voucher();
            var column = 0;
            row.setObject(++column, voucher.id().value());
            row.setTimestamp(++column, at);
            row.setString(++column, one.maker().login());
            row.setTimestamp(++column, at);
            row.setString(++column, one.maker().login());
            row.setObject(++column, voucher.dated());
            row.setString(++column, voucher.kind().name());
            row.setString(++column, voucher.summary());
            row.setString(++column, voucher.paperNumber());
            row.setInt(++column, voucher.sheets());
            row.setObject(
                    ++column,
                    voucher.corrects() == null ? null : voucher.corrects().value());
            row.setTimestamp(++column, at);
            row.setString(++column, one.maker().login());
            row.setString(++column, one.maker().holder());
            row.setObject(++column, voucher.book().value());
        });
    }

    private record Written(DraftVoucher voucher, int number, DraftVoucher.Line line) {}

    private static List<Written> lines(List<Drafted> drafted) {
        var lines = new ArrayList<Written>();
        drafted.forEach(one -> {
            var number = 0;
            for (var line : one.voucher().lines()) {
                lines.add(new Written(one.voucher(), ++number, line));
            }
        });
        return lines;
    }

    /** Whom or what lines name, as far as the book does not know it. */
    private void name(List<Drafted> drafted) {
        var named = lines(drafted).stream()
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

    private void write(List<Drafted> drafted) {
        batches.batchUpdate("""
                insert into economy_line (voucher_id, line_no, book_id, place_code, month, account_code, detail_id, side, amount,
                  summary)
                select ?, ?, a.book_id, a.place_code, date_trunc('month', cast(? as timestamp))::date, a.code, d.detail_id, ?, ?, ?
                from economy_account a
                  left join economy_detail d on d.book_id = a.book_id and d.dimension = a.dimension and d.name = ?
                where a.book_id = ? and a.code = ?
                """, lines(drafted), BATCH, (row, written) -> {
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
}
