package io.qiangcun.economy.distribution.web;

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
import io.qiangcun.core.web.TypedSheet;
import io.qiangcun.core.web.TypedSheet.Line;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.distribution.Shares;
import io.qiangcun.economy.distribution.Shares.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shares of many households from a sheet. */
@Controller
@RequestMapping("/economy/distributions/import")
class ShareImportController extends SheetPages<Entry> {

    private final Shares shares;
    private final Messages messages;

    ShareImportController(Shares shares, PlacesOfChoice places, Messages messages) {
        super(
                new Texts(
                        "/economy/distributions",
                        "economy.distribution.shares.title",
                        "economy.distribution.import.title",
                        "economy.distribution.import.fill"),
                places,
                messages);
        this.shares = shares;
        this.messages = messages;
    }

    @Override
    public String authority() {
        return EconomyAuthorities.WRITE_DISTRIBUTIONS;
    }

    @Override
    protected List<SheetColumn> columns(Jurisdiction jurisdiction) {
        return List.of(
                villageColumn(jurisdiction),
                SheetColumn.named("book", messages.get("economy.book.field.name"))
                        .hint(messages.get("economy.voucher.import.book")),
                column("holder").require(),
                column("shares").require(),
                column("from").require().day());
    }

    private SheetColumn column(String field) {
        return SheetColumn.named(field, messages.get("economy.distribution.field." + field));
    }

    @Override
    protected List<Entry> read(Jurisdiction jurisdiction, TypedSheet sheet, SheetForm form) {
        var villages = villages(jurisdiction);
        return sheet.entries((line, errors) -> entry(line, villages, errors));
    }

    private static Optional<Entry> entry(Line line, SheetNames<PlaceCode> villages, BindingResult errors) {
        var village = villages.only("village", line.text("village"), errors);
        line.require(errors, "village", "holder", "shares", "from");
        if (errors.hasErrors() || village == null) {
            return Optional.empty();
        }
        var set = SharesController.ShareForm.set(line.text("holder"), line.text("shares"), line.text("from"), errors);
        return set == null ? Optional.empty() : Optional.of(new Entry(line.number(), village, line.text("book"), set));
    }

    @Override
    protected Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        return shares.check(jurisdiction, entries);
    }

    @Override
    protected Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        return shares.take(jurisdiction, actor, entries, messages.get("economy.distribution.import.reason"));
    }

    @Override
    protected PlaceCode placeOf(Entry entry) {
        return entry.village();
    }

    @Override
    protected List<String> sorts() {
        return List.of(messages.get("economy.distribution.field.holder"));
    }

    @Override
    protected List<Long> count(List<Entry> entries) {
        return List.of((long) entries.size());
    }
}
