package io.qiangcun.economy.voucher.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.SheetColumn;
import io.qiangcun.core.web.SheetForm;
import io.qiangcun.core.web.SheetNames;
import io.qiangcun.core.web.SheetPages;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.TypedSheet;
import io.qiangcun.core.web.TypedSheet.Line;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherTakeover;
import io.qiangcun.economy.voucher.VoucherTakeover.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.RequestMapping;

/** Many vouchers, and what books open with, from a sheet: one line of the sheet is one line of a voucher. */
@Controller
@RequestMapping("/economy/books/import")
class VoucherImportController extends SheetPages<Entry> {

    private static final VoucherKind[] KINDS = {
        VoucherKind.NORMAL,
        VoucherKind.RED,
        VoucherKind.CORRECTING,
        VoucherKind.OPENING,
        VoucherKind.CLOSING,
        VoucherKind.DISTRIBUTION
    };

    private final VoucherTakeover vouchers;
    private final Messages messages;

    VoucherImportController(VoucherTakeover vouchers, PlacesOfChoice places, Messages messages) {
        super(
                new Texts(
                        "/economy/books",
                        "economy.book.list.title",
                        "economy.voucher.import.title",
                        "economy.voucher.import.fill"),
                places,
                messages);
        this.vouchers = vouchers;
        this.messages = messages;
    }

    @Override
    public String authority() {
        return EconomyAuthorities.WRITE_VOUCHERS;
    }

    @Override
    protected List<SheetColumn> columns(Jurisdiction jurisdiction) {
        return List.of(
                villageColumn(jurisdiction),
                SheetColumn.named("book", messages.get("economy.book.field.name"))
                        .hint(messages.get("economy.voucher.import.book")),
                column("number").require().hint(messages.get("economy.voucher.import.number")),
                column("dated").require().day(),
                column("summary").require(),
                column("kind").offer(Arrays.stream(KINDS).map(this::word).toList()),
                column("ref").hint(messages.get("economy.voucher.import.ref")),
                column("sheets"),
                column("account").require().hint(messages.get("economy.voucher.import.account")),
                column("detail"),
                column("debit"),
                column("credit"));
    }

    private SheetColumn column(String field) {
        return SheetColumn.named(field, messages.get("economy.voucher.field." + field));
    }

    @Override
    protected List<Entry> read(Jurisdiction jurisdiction, TypedSheet sheet, SheetForm form) {
        var villages = villages(jurisdiction);
        return sheet.entries((line, errors) -> entry(line, form.batch(), villages, errors));
    }

    private Optional<Entry> entry(Line line, UUID batch, SheetNames<PlaceCode> villages, BindingResult errors) {
        var village = villages.only("village", line.text("village"), errors);
        line.require(errors, "village", "number", "dated", "summary", "account");
        var kind = line.choice("kind", KINDS, this::word, errors).orElse(VoucherKind.NORMAL);
        var dated = Typed.date("dated", line.text("dated"), errors);
        var sheets = Typed.count("sheets", line.text("sheets"), errors);
        var account = VoucherForm.code("account", line.text("account"), errors);
        var debit = amount("debit", line, errors);
        var credit = amount("credit", line, errors);
        if (debit.isPresent() == credit.isPresent() && !errors.hasErrors()) {
            errors.rejectValue("debit", "economy.voucher.refused.sheet.one-side");
        }
        if (errors.hasErrors() || village == null || dated == null || account == null) {
            return Optional.empty();
        }
        return debit.or(() -> credit)
                .map(amount -> new Entry(
                        batch,
                        line.number(),
                        village,
                        line.text("book"),
                        line.text("number"),
                        dated,
                        line.text("summary"),
                        kind,
                        line.text("ref"),
                        sheets == null ? 0 : sheets,
                        account,
                        line.text("detail").isEmpty() ? null : line.text("detail"),
                        debit.isPresent() ? Side.DEBIT : Side.CREDIT,
                        amount));
    }

    private static Optional<Money> amount(String field, Line line, BindingResult errors) {
        return line.text(field).isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(VoucherForm.money(field, line.text(field), errors));
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

    private String word(VoucherKind kind) {
        return messages.get("economy.voucher.kind." + kind);
    }
}
