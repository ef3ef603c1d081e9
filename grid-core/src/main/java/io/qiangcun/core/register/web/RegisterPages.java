package io.qiangcun.core.register.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.register.Cells;
import io.qiangcun.core.register.RegisterColumn;
import io.qiangcun.core.register.RegisterColumn.Kind;
import io.qiangcun.core.register.RegisterDefinition;
import io.qiangcun.core.register.RegisterQueries;
import io.qiangcun.core.register.RowId;
import io.qiangcun.core.register.RowView;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the pages of registers show, and says values in words. */
@Component("registerPages")
public class RegisterPages {

    private final RegisterQueries registers;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    RegisterPages(RegisterQueries registers, PlaceTree places, Messages messages, Clock clock) {
        this.registers = registers;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** What a cell says, masked where it is nobody's business. */
    public String shown(RegisterColumn column, Cells cells) {
        var value = cells.shown(column);
        return column.sensitive() ? Cells.masked(value) : plain(column, cells);
    }

    /** What a cell says to whom it was revealed. */
    public String plain(RegisterColumn column, Cells cells) {
        var value = cells.shown(column);
        if (value.isEmpty()) {
            return "";
        }
        return switch (column.kind()) {
            case YES_NO -> messages.get("core.register." + value);
            case MONEY, NUMBER -> number(column, new BigDecimal(value));
            default -> value;
        };
    }

    /** In a table, whose head names the unit. */
    public String bare(RegisterColumn column, Cells cells) {
        return column.kind().isNumber() && cells.has(column.code())
                ? format(column).format(new BigDecimal(cells.get(column.code())))
                : shown(column, cells);
    }

    private static DecimalFormat format(RegisterColumn column) {
        return new DecimalFormat(
                column.kind() == Kind.MONEY ? "#,##0.00" : "#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    /** With the thousands apart and the unit behind. */
    public String number(RegisterColumn column, BigDecimal number) {
        var unit = unit(column);
        return format(column).format(number) + (unit.isEmpty() ? "" : " " + unit);
    }

    public String unit(RegisterColumn column) {
        return column.unit().isEmpty() && column.kind() == Kind.MONEY
                ? messages.get("core.metric.unit.YUAN")
                : column.unit();
    }

    /** As a spreadsheet has it: numbers as numbers, days as days. */
    @Nullable
    Object exported(RegisterColumn column, Cells cells) {
        var value = cells.get(column.code());
        if (value.isEmpty()) {
            return null;
        }
        return switch (column.kind()) {
            case NUMBER, MONEY -> new BigDecimal(value);
            case DATE -> LocalDate.parse(value);
            default -> shown(column, cells);
        };
    }

    RowView row(RowId id, Jurisdiction jurisdiction, Model model) {
        var row = registers.show(jurisdiction, id);
        var writable = row.definition().isWrittenBy(jurisdiction, row.place().code());
        model.addAttribute("row", row);
        model.addAttribute("register", row.definition());
        model.addAttribute("mayWrite", writable);
        model.addAttribute("jurisdiction", jurisdiction);
        if (!model.containsAttribute("step")) {
            model.addAttribute("step", RowStepForm.of(row, LocalDate.now(clock)));
        }
        return row;
    }

    /** Whether the row is a letter. */
    boolean letter(RowView row, Jurisdiction jurisdiction, Model model) {
        var letter = registers.letter(jurisdiction, row);
        letter.ifPresent(written -> model.addAttribute("letter", written));
        return letter.isPresent();
    }

    List<Option> placesToWriteIn(Jurisdiction jurisdiction, RegisterDefinition definition) {
        return registers.placesToWriteIn(jurisdiction, definition).stream()
                .map(place -> new Option(place.code(), place.name()))
                .toList();
    }

    List<Option> placesBelow(Jurisdiction jurisdiction) {
        return isAboveVillage(jurisdiction)
                ? places.children(jurisdiction, jurisdiction.root(), LocalDate.now(clock)).stream()
                        .map(place -> new Option(place.code().value(), place.name()))
                        .toList()
                : List.of();
    }

    static boolean isAboveVillage(Jurisdiction jurisdiction) {
        return jurisdiction.level().digits() < PlaceKind.VILLAGE.digits();
    }
}
