package io.qiangcun.economy.bank.web;

import io.qiangcun.core.sheet.RowSheet;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.SheetColumn;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.TypedSheet;
import io.qiangcun.core.web.TypedSheet.Line;
import io.qiangcun.economy.bank.BankEntry;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.money.TypedMoney;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/**
 * Reads the sheet that a bank lets people download. Each bank calls its columns otherwise; what they may be called stands in the
 * messages. Money that came in and went out has two columns, or one with a sign or a word for the direction.
 */
@Component
class BankSheet {

    /** A busy account of some years. */
    static final RowSheet.Limits MOST = new RowSheet.Limits(20_000, 5, 60);

    private static final Pattern DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(\\D?\\d.*)?");
    private static final Pattern MOMENT = Pattern.compile("(\\d{4}\\D\\d{1,2}\\D\\d{1,2}\\p{IsHan}?)[\\sT]+\\d.*");
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_REFERENCE = 100;

    private final Messages messages;

    BankSheet(Messages messages) {
        this.messages = messages;
    }

    /** A sheet and what its sound lines say. */
    record Read(TypedSheet sheet, List<BankEntry> entries) {}

    List<SheetColumn> columns() {
        return List.of(
                column("dated").require().day(),
                column("in"),
                column("out"),
                column("amount"),
                column("direction"),
                column("balance").require(),
                column("counterparty"),
                column("words"),
                column("reference"));
    }

    /** @throws RowSheet.Unreadable if it is no sheet, or none of a bank */
    Read read(byte[] file) {
        var sheet = TypedSheet.read(file, columns(), MOST, messages).requireColumns();
        return new Read(sheet, sheet.entries(this::entry));
    }

    private Optional<BankEntry> entry(Line line, BindingResult errors) {
        line.require(errors, "dated", "balance");
        var dated = Typed.date("dated", day(line.text("dated")), errors);
        var balance = TypedMoney.money("balance", line.text("balance"), errors);
        var amount = amount(line, errors);
        if (errors.hasErrors() || dated == null || balance == null || amount == null) {
            return Optional.empty();
        }
        return Optional.of(new BankEntry(
                dated,
                amount,
                balance,
                cut(line.text("counterparty"), LONGEST_TEXT),
                cut(line.text("words"), LONGEST_TEXT),
                cut(line.text("reference"), LONGEST_REFERENCE)));
    }

    /** Banks write 20260305, and the time of day behind it. */
    private static String day(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        var digits = DAY.matcher(plain);
        if (digits.matches()) {
            return digits.group(1) + "-" + digits.group(2) + "-" + digits.group(3);
        }
        var moment = MOMENT.matcher(plain);
        return moment.matches() ? moment.group(1) : plain;
    }

    private @Nullable Money amount(Line line, BindingResult errors) {
        var in = TypedMoney.money("in", dashed(line.text("in")), errors);
        var out = TypedMoney.money("out", dashed(line.text("out")), errors);
        var one = TypedMoney.money("amount", dashed(line.text("amount")), errors);
        if (errors.hasErrors()) {
            return null;
        }
        var came = in == null ? Money.ZERO : in;
        var went = out == null ? Money.ZERO : out;
        if (!came.isZero() && !went.isZero()) {
            errors.rejectValue("out", "economy.bank.sheet.both");
            return null;
        }
        var amount = one != null && came.isZero() && went.isZero() ? directed(line, one, errors) : came.minus(went);
        if (amount != null && amount.isZero()) {
            errors.rejectValue(one == null ? "in" : "amount", "economy.bank.sheet.nought");
            return null;
        }
        return amount;
    }

    private @Nullable Money directed(Line line, Money amount, BindingResult errors) {
        var said = line.text("direction").toLowerCase(Locale.ROOT);
        if (said.isEmpty()) {
            return amount;
        }
        if (words("in-words").contains(said)) {
            return amount.signum() < 0 ? amount.negate() : amount;
        }
        if (words("out-words").contains(said)) {
            return amount.signum() < 0 ? amount : amount.negate();
        }
        errors.rejectValue(
                "direction", "economy.bank.sheet.direction.unknown", new Object[] {line.text("direction")}, null);
        return null;
    }

    private List<String> words(String key) {
        return List.of(messages.get("economy.bank.sheet." + key).split("\\|"));
    }

    private static String dashed(String text) {
        return text.matches("-+|/") ? "" : text;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private SheetColumn column(String field) {
        var names = messages.get("economy.bank.sheet." + field).split("\\|", -1);
        return SheetColumn.named(field, names[0]).or(Arrays.copyOfRange(names, 1, names.length));
    }
}
