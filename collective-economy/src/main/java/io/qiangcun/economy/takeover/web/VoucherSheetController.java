package io.qiangcun.economy.takeover.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.SheetColumn;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import io.qiangcun.economy.takeover.web.LedgerSheets.Read;
import io.qiangcun.economy.voucher.VoucherTakeover;
import io.qiangcun.economy.voucher.VoucherTakeover.Entry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The vouchers of a book from a sheet: one line of the sheet is one line of a voucher. */
@Controller
@RequestMapping("/economy/books/{id}/import/vouchers")
class VoucherSheetController extends BookSheetPages<Entry> {

    private final LedgerSheets sheets;
    private final VoucherTakeover vouchers;
    private final Tallies tallies;

    VoucherSheetController(
            LedgerSheets sheets, VoucherTakeover vouchers, Tallies tallies, BookQueries books, Messages messages) {
        super("vouchers", books, messages);
        this.sheets = sheets;
        this.vouchers = vouchers;
        this.tallies = tallies;
    }

    @Override
    public String authority() {
        return EconomyAuthorities.WRITE_VOUCHERS;
    }

    @Override
    List<SheetColumn> columns() {
        return sheets.voucherColumns();
    }

    @Override
    Read<Entry> read(byte[] file, BookRow book, UUID batch) {
        return sheets.vouchers(file, book, batch);
    }

    @Override
    Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, BookRow book, List<Entry> entries) {
        return vouchers.check(jurisdiction, entries);
    }

    @Override
    Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, BookRow book, List<Entry> entries) {
        return vouchers.take(jurisdiction, actor, entries);
    }

    @Override
    Tally tally(Jurisdiction jurisdiction, BookRow book, List<Entry> entries) {
        return tallies.byMonth(entries);
    }

    @Override
    String next(BookId book) {
        return book.href() + "/vouchers?waiting=true";
    }
}
