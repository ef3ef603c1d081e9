package io.qiangcun.economy.takeover.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.sheet.RowSheet;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.SheetColumn;
import io.qiangcun.core.web.Typed;
import io.qiangcun.core.web.TypedSheet;
import io.qiangcun.core.web.TypedSheet.Line;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.AccountTakeover;
import io.qiangcun.economy.book.AccountTakeover.Naming;
import io.qiangcun.economy.book.BookRow;
import io.qiangcun.economy.book.Category;
import io.qiangcun.economy.book.Dimension;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherTakeover;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Reads the sheets by which books come in: accounts, openings, vouchers. Their headings may be ours or those of the table. */
@Component
class LedgerSheets {

    /** Ten years of a village; more comes in several sheets. What is read is kept in memory while it is looked at. */
    static final RowSheet.Limits MOST = new RowSheet.Limits(20_000, 5, 60);

    private static final Pattern CODE = Pattern.compile("(\\d{3,16})(?:\\D.*)?");
    private static final Pattern SUM = Pattern.compile("-?\\d{1,13}(\\.\\d+)?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_NAME = 100;
    private static final Map<String, Enum<?>> ABBREVIATED = Map.of(
            "d", Side.DEBIT,
            "dr", Side.DEBIT,
            "c", Side.CREDIT,
            "cr", Side.CREDIT,
            "profit and loss", Category.PROFIT_LOSS,
            "profit_and_loss", Category.PROFIT_LOSS);
    private static final VoucherKind[] KINDS = {
        VoucherKind.NORMAL,
        VoucherKind.RED,
        VoucherKind.CORRECTING,
        VoucherKind.OPENING,
        VoucherKind.CLOSING,
        VoucherKind.DISTRIBUTION
    };

    private final Messages messages;

    LedgerSheets(Messages messages) {
        this.messages = messages;
    }

    /** A sheet and what its sound lines say. */
    record Read<E>(TypedSheet sheet, List<E> entries) {}

    List<SheetColumn> accountColumns() {
        return List.of(
                account("code").or("code", word("accounts", "code-too")).require(),
                account("account").or("name", word("accounts", "name-too")).require(),
                account("category")
                        .or("category")
                        .require()
                        .offer(Arrays.stream(Category.values()).map(this::word).toList()),
                account("side")
                        .or("normal_side", word("accounts", "side-too"))
                        .require()
                        .offer(Arrays.stream(Side.values()).map(this::word).toList()),
                account("parent").or("parent").hint(word("accounts", "parent-hint")),
                SheetColumn.named("leaf", word("accounts", "leaf"))
                        .or("leaf")
                        .offer(List.of(messages.get("economy.takeover.yes"), messages.get("economy.takeover.no"))),
                SheetColumn.named("naming", messages.get("economy.book.field.dimension"))
                        .or("aux_required", word("accounts", "naming-too"))
                        .hint(word("accounts", "naming-hint"))
                        .offer(Arrays.stream(Dimension.values()).map(this::word).toList()));
    }

    List<SheetColumn> openingColumns() {
        return List.of(
                column("account").or("code", word("accounts", "code-too")).require(),
                column("detail").or("detail"),
                column("debit").or("debit", word("openings", "debit-too"), word("openings", "debit-short")),
                column("credit").or("credit", word("openings", "credit-too"), word("openings", "credit-short")));
    }

    /** @param others what tells the book, where a sheet holds several */
    List<SheetColumn> voucherColumns(SheetColumn... others) {
        var columns = new ArrayList<>(Arrays.asList(others));
        columns.addAll(List.of(
                column("number").or("no").require().hint(messages.get("economy.voucher.import.number")),
                column("dated").or("date").require().day(),
                column("summary").or("summary").require(),
                column("kind")
                        .or("kind")
                        .offer(Arrays.stream(KINDS).map(this::word).toList()),
                column("ref").or("ref").hint(messages.get("economy.voucher.import.ref")),
                column("sheets").or("attachments"),
                SheetColumn.named("line", word("vouchers", "line")).or("line"),
                column("account")
                        .or("code", word("accounts", "code-too"))
                        .require()
                        .hint(messages.get("economy.voucher.import.account")),
                column("detail").or("detail"),
                column("debit").or("debit", word("openings", "debit-short")),
                column("credit").or("credit", word("openings", "credit-short"))));
        return columns;
    }

    Read<AccountTakeover.Entry> accounts(byte[] file) {
        var sheet = TypedSheet.read(file, accountColumns(), MOST, messages).requireColumns();
        return new Read<>(sheet, sheet.entries(this::account));
    }

    Read<VoucherTakeover.Entry> openings(byte[] file, BookRow book, UUID batch) {
        var sheet = TypedSheet.read(file, openingColumns(), MOST, messages).requireColumns();
        return new Read<>(sheet, sheet.entries((line, errors) -> opening(line, book, batch, errors)));
    }

    Read<VoucherTakeover.Entry> vouchers(byte[] file, BookRow book, UUID batch) {
        var sheet = TypedSheet.read(file, voucherColumns(), MOST, messages).requireColumns();
        return new Read<>(
                sheet, sheet.entries((line, errors) -> voucher(line, batch, book.place(), book.name(), errors)));
    }

    private Optional<AccountTakeover.Entry> account(Line line, BindingResult errors) {
        require(line, errors, "code", "account", "category", "side");
        var code = code("code", line, errors);
        var category = word("category", line, Category.values(), this::word, errors);
        var side = word("side", line, Side.values(), this::word, errors);
        var parent = code("parent", line, errors);
        var leaf = yesNo("leaf", line, errors);
        var naming = naming(line, errors);
        limit("account", line, LONGEST_NAME, errors);
        return errors.hasErrors() || code == null || category.isEmpty() || side.isEmpty()
                ? Optional.empty()
                : Optional.of(new AccountTakeover.Entry(
                        line.number(), code, line.text("account"), category.get(), side.get(), parent, leaf, naming));
    }

    private Naming naming(Line line, BindingResult errors) {
        var text = line.text("naming");
        if (text.isEmpty()) {
            return Naming.NOT_SAID;
        }
        var dimension = Arrays.stream(Dimension.values())
                .filter(one -> one.name().equalsIgnoreCase(text) || word(one).equals(text))
                .findFirst();
        if (dimension.isPresent()) {
            return new Naming(true, true, dimension.get());
        }
        var yes = yesNo("naming", line, errors);
        return Boolean.TRUE.equals(yes) ? new Naming(true, true, null) : Naming.NOTHING;
    }

    private @Nullable Boolean yesNo(String field, Line line, BindingResult errors) {
        var text = line.text(field).toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return null;
        }
        if (text.equals(messages.get("economy.takeover.yes"))
                || List.of("y", "yes", "true", "1").contains(text)) {
            return true;
        }
        if (text.equals(messages.get("economy.takeover.no"))
                || List.of("n", "no", "false", "0").contains(text)) {
            return false;
        }
        notOffered(field, line, errors);
        return null;
    }

    private Optional<VoucherTakeover.Entry> opening(Line line, BookRow book, UUID batch, BindingResult errors) {
        require(line, errors, "account");
        var account = code("account", line, errors);
        var amount = amount(line, errors);
        limit("detail", line, LONGEST_NAME, errors);
        if (errors.hasErrors() || account == null || amount == null) {
            return Optional.empty();
        }
        return Optional.of(new VoucherTakeover.Entry(
                batch,
                line.number(),
                book.place(),
                book.name(),
                messages.get("economy.voucher.number-opening"),
                0,
                book.openedOn(),
                messages.get("economy.voucher.kind.OPENING"),
                VoucherKind.OPENING,
                "",
                0,
                account,
                detail(line),
                amount.side(),
                amount.sum()));
    }

    /** @param bookName empty where the village has only one */
    Optional<VoucherTakeover.Entry> voucher(
            Line line, UUID batch, @Nullable PlaceCode village, String bookName, BindingResult errors) {
        require(line, errors, "number", "dated", "summary", "account");
        var kind = line.text("kind").isEmpty()
                ? Optional.of(VoucherKind.NORMAL)
                : word("kind", line, KINDS, this::word, errors);
        var dated = Typed.date("dated", line.text("dated"), errors);
        var sheets = Typed.count("sheets", line.text("sheets"), errors);
        var position = Typed.count("line", line.text("line"), errors);
        var account = code("account", line, errors);
        var amount = amount(line, errors);
        limit("number", line, LONGEST_NAME, errors);
        limit("summary", line, LONGEST_TEXT, errors);
        limit("detail", line, LONGEST_NAME, errors);
        if (errors.hasErrors()
                || village == null
                || kind.isEmpty()
                || dated == null
                || account == null
                || amount == null) {
            return Optional.empty();
        }
        return Optional.of(new VoucherTakeover.Entry(
                batch,
                line.number(),
                village,
                bookName,
                line.text("number"),
                position == null ? 0 : position,
                dated,
                line.text("summary"),
                kind.get(),
                line.text("ref"),
                sheets == null ? 0 : sheets,
                account,
                detail(line),
                amount.side(),
                amount.sum()));
    }

    private static @Nullable String detail(Line line) {
        return line.text("detail").isEmpty() ? null : line.text("detail");
    }

    private record Amount(Side side, Money sum) {}

    /** One side is filled in; other programs write nought on the other. */
    private static @Nullable Amount amount(Line line, BindingResult errors) {
        var debit = money("debit", line, errors);
        var credit = money("credit", line, errors);
        if (errors.hasFieldErrors("debit") || errors.hasFieldErrors("credit")) {
            return null;
        }
        var debited = debit != null && !debit.isZero();
        var credited = credit != null && !credit.isZero();
        if (debited && credited || debit == null && credit == null) {
            errors.rejectValue("debit", "economy.voucher.refused.sheet.one-side");
            return null;
        }
        if (!debited && !credited) {
            errors.rejectValue(debit == null ? "credit" : "debit", "economy.voucher.refused.nought");
            return null;
        }
        return debited && debit != null
                ? new Amount(Side.DEBIT, debit)
                : credit == null ? null : new Amount(Side.CREDIT, credit);
    }

    private static @Nullable Money money(String field, Line line, BindingResult errors) {
        var plain = plain(line.text(field));
        if (plain.isEmpty()) {
            return null;
        }
        if (!SUM.matcher(plain).matches()) {
            errors.rejectValue(
                    field,
                    "economy.voucher.refused.sheet." + (NUMBER.matcher(plain).matches() ? "too-much" : "not-money"));
            return null;
        }
        var yuan = new BigDecimal(plain);
        if (yuan.stripTrailingZeros().scale() > 2) {
            errors.rejectValue(field, "economy.voucher.refused.sheet.parts-of-a-cent");
            return null;
        }
        return new Money(yuan);
    }

    /** A code, whatever follows it; said at the field where there is none. */
    private static @Nullable AccountCode code(String field, Line line, BindingResult errors) {
        var code = CODE.matcher(plain(line.text(field)));
        if (code.matches()) {
            return new AccountCode(code.group(1));
        }
        if (!line.text(field).isEmpty()) {
            errors.rejectValue(field, "economy.voucher.refused.sheet.account-unreadable");
        }
        return null;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s,，¥￥\\u5143]", "")
                .replace('−', '-');
    }

    /** By our word for it or by its English name. */
    private <T extends Enum<T>> Optional<T> word(
            String field, Line line, T[] values, Function<T, String> word, BindingResult errors) {
        var text = line.text(field);
        var found = Arrays.stream(values)
                .filter(value -> word.apply(value).equals(text)
                        || value.name().equalsIgnoreCase(text)
                        || ABBREVIATED.get(text.toLowerCase(Locale.ROOT)) == value
                        || !text.isEmpty() && also(value).equals(text))
                .findFirst();
        if (found.isEmpty() && !text.isEmpty()) {
            notOffered(field, line, errors);
        }
        return found;
    }

    private String also(Enum<?> value) {
        return value == Side.DEBIT || value == Side.CREDIT || value == Category.EQUITY
                ? messages.get("economy.takeover.also." + value.name())
                : "";
    }

    private static void notOffered(String field, Line line, BindingResult errors) {
        errors.rejectValue(field, "core.sheet.not-offered", new Object[] {line.text(field)}, null);
    }

    private static void require(Line line, BindingResult errors, String... fields) {
        for (var field : fields) {
            if (line.text(field).isEmpty()) {
                errors.rejectValue(field, "economy.takeover.required");
            }
        }
    }

    private static void limit(String field, Line line, int most, BindingResult errors) {
        if (line.text(field).length() > most) {
            errors.rejectValue(field, "economy.takeover.too-long", new Object[] {most}, null);
        }
    }

    private SheetColumn column(String field) {
        return SheetColumn.named(field, messages.get("economy.voucher.field." + field));
    }

    private SheetColumn account(String field) {
        return SheetColumn.named(field, messages.get("economy.book.field." + field));
    }

    private String word(String sort, String key) {
        return messages.get("economy.takeover." + sort + "." + key);
    }

    private String word(VoucherKind kind) {
        return messages.get("economy.voucher.kind." + kind);
    }

    private String word(Category category) {
        return messages.get("economy.book.category." + category);
    }

    private String word(Side side) {
        return messages.get("economy.book.side." + side);
    }

    private String word(Dimension dimension) {
        return messages.get("economy.book.dimension." + dimension);
    }
}
