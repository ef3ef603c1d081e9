package io.qiangcun.economy.takeover.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.SheetColumn;
import io.qiangcun.core.web.SheetForm;
import io.qiangcun.core.web.SheetPages;
import io.qiangcun.core.web.TypedSheet;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.voucher.VoucherTakeover;
import io.qiangcun.economy.voucher.VoucherTakeover.Entry;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Many vouchers, and what books open with, from a sheet: one line of the sheet is one line of a voucher. */
@Controller
@RequestMapping("/economy/books/import")
class VillageVouchersController extends SheetPages<Entry> {

    private final VoucherTakeover vouchers;
    private final LedgerSheets sheets;
    private final Messages messages;

    VillageVouchersController(VoucherTakeover vouchers, LedgerSheets sheets, PlacesOfChoice places, Messages messages) {
        super(
                new Texts(
                        "/economy/books",
                        "economy.book.list.title",
                        "economy.voucher.import.title",
                        "economy.voucher.import.fill"),
                places,
                messages);
        this.vouchers = vouchers;
        this.sheets = sheets;
        this.messages = messages;
    }

    @Override
    public String authority() {
        return EconomyAuthorities.WRITE_VOUCHERS;
    }

    @Override
    protected List<SheetColumn> columns(Jurisdiction jurisdiction) {
        return sheets.voucherColumns(
                villageColumn(jurisdiction),
                SheetColumn.named("book", messages.get("economy.book.field.name"))
                        .hint(messages.get("economy.voucher.import.book")));
    }

    @Override
    protected List<Entry> read(Jurisdiction jurisdiction, TypedSheet sheet, SheetForm form) {
        var villages = villages(jurisdiction);
        return sheet.requireColumns().entries((line, errors) -> {
            line.require(errors, "village");
            var village = villages.only("village", line.text("village"), errors);
            return sheets.voucher(line, form.batch(), village, line.text("book"), errors);
        });
    }

    @Override
    protected Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        return vouchers.check(jurisdiction, entries);
    }

    @Override
    protected Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        return vouchers.take(jurisdiction, actor, entries);
    }

    @Override
    protected PlaceCode placeOf(Entry entry) {
        return entry.village();
    }

    @Override
    protected List<String> sorts() {
        return List.of(messages.get("economy.voucher.list.title"), messages.get("economy.voucher.import.lines"));
    }

    @Override
    protected List<Long> count(List<Entry> entries) {
        return List.of(
                entries.stream()
                        .map(entry -> entry.village() + entry.book() + "\n" + entry.number())
                        .distinct()
                        .count(),
                (long) entries.size());
    }
}
