package io.qiangcun.economy.voucher.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.DraftVoucher;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherQueries;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A voucher as it is typed. Lines in which nothing stands are empty slots. */
record VoucherForm(
        String id,
        String version,
        String kind,
        String dated,
        @Size(max = 200) String summary,
        String sheets,
        @Size(max = 40) String paperNumber,
        List<LineForm> lines) {

    private static final int SLOTS = 6;
    private static final int MORE = 4;
    private static final Pattern CODE = Pattern.compile("(\\d{3,16})(?:\\D.*)?");
    private static final Pattern SUM = Pattern.compile("-?\\d{1,13}(\\.\\d+)?");

    VoucherForm {
        id = given(id);
        version = given(version);
        kind = given(kind);
        dated = given(dated);
        summary = given(summary);
        sheets = given(sheets);
        paperNumber = given(paperNumber);
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    static VoucherForm empty(VoucherKind kind, LocalDate dated, List<LineForm> lines) {
        return new VoucherForm(VoucherId.next().toString(), "", kind.name(), dated.toString(), "", "", "", lines)
                .withSlots(lines.isEmpty() ? SLOTS : 0);
    }

    /** A voucher of which it is known what happened. */
    static VoucherForm begun(LocalDate dated, String summary, List<LineForm> lines) {
        return new VoucherForm(
                        VoucherId.next().toString(),
                        "",
                        VoucherKind.NORMAL.name(),
                        dated.toString(),
                        summary,
                        "",
                        "",
                        lines)
                .withSlots(2);
    }

    static VoucherForm of(VoucherQueries.View voucher, List<VoucherQueries.Line> lines) {
        return new VoucherForm(
                        voucher.voucherId().toString(),
                        Long.toString(voucher.version()),
                        voucher.kind().name(),
                        voucher.dated().toString(),
                        voucher.summary(),
                        Integer.toString(voucher.sheets()),
                        given(voucher.paperNumber()),
                        lines.stream().map(LineForm::of).toList())
                .withSlots(2);
    }

    /** The same form for the voucher of the address, whatever it says itself. */
    VoucherForm of(VoucherId voucher) {
        return new VoucherForm(voucher.toString(), version, kind, dated, summary, sheets, paperNumber, lines);
    }

    VoucherForm withMore() {
        return withSlots(MORE);
    }

    private VoucherForm withSlots(int more) {
        var all = new ArrayList<>(lines);
        for (var n = 0; n < more; n++) {
            all.add(LineForm.empty());
        }
        return new VoucherForm(id, version, kind, dated, summary, sheets, paperNumber, all);
    }

    VoucherKind voucherKind() {
        return Typed.sent(VoucherKind::valueOf, kind);
    }

    /** What the lines read so far add up to on a side; what cannot be read counts nothing. */
    public BigDecimal sum(String side) {
        return lines.stream()
                .map(line -> readable(side.equals("D") ? line.debit() : line.credit()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal readable(String text) {
        var plain = plain(text);
        return SUM.matcher(plain).matches() ? new BigDecimal(plain) : BigDecimal.ZERO;
    }

    /** A command, and which of its lines stands in which slot. */
    record Read(DraftVoucher command, List<Integer> slots) {}

    Optional<Read> toCommand(BookId book, BindingResult errors) {
        var day = Typed.date("dated", dated, errors);
        if (day == null && !errors.hasFieldErrors("dated")) {
            errors.rejectValue("dated", "economy.voucher.refused.no-day");
        }
        if (summary.isBlank()) {
            errors.rejectValue("summary", "economy.voucher.refused.no-summary");
        }
        var attached = Typed.count("sheets", sheets, errors);
        var slots = new ArrayList<Integer>();
        var read = new ArrayList<DraftVoucher.Line>();
        for (var at = 0; at < lines.size(); at++) {
            if (!lines.get(at).isEmpty(kind.equals(VoucherKind.OPENING.name()))) {
                slots.add(at);
                line(at, errors).ifPresent(read::add);
            }
        }
        if (slots.isEmpty()) {
            errors.reject("economy.voucher.refused.no-lines");
        }
        if (errors.hasErrors() || day == null) {
            return Optional.empty();
        }
        return Optional.of(new Read(
                new DraftVoucher(
                        Typed.sent(VoucherId::valueOf, id),
                        book,
                        day,
                        voucherKind(),
                        Typed.text(summary),
                        attached == null ? 0 : Math.min(attached, 9999),
                        paperNumber.isBlank() ? null : paperNumber.strip(),
                        read),
                slots));
    }

    private Optional<DraftVoucher.Line> line(int at, BindingResult errors) {
        var line = lines.get(at);
        var code = CODE.matcher(plain(line.account()));
        if (!code.matches()) {
            reject(at, "account", line.account().isBlank() ? "no-account" : "account-unreadable", errors);
        }
        var debit = amount(at, "debit", line.debit(), errors);
        var credit = amount(at, "credit", line.credit(), errors);
        if (!line.debit().isBlank() && !line.credit().isBlank()) {
            reject(at, "credit", "both-sides", errors);
        } else if (line.debit().isBlank() && line.credit().isBlank()) {
            reject(at, "debit", "no-amount", errors);
        }
        if (!code.matches() || errors.hasFieldErrors("lines[" + at + "].*")) {
            return Optional.empty();
        }
        var amount = debit == null ? credit : debit;
        return amount == null
                ? Optional.empty()
                : Optional.of(new DraftVoucher.Line(
                        new AccountCode(code.group(1)),
                        line.detail().isBlank() ? null : line.detail().strip(),
                        debit == null ? Side.CREDIT : Side.DEBIT,
                        amount,
                        line.summary().strip()));
    }

    /** 1,200.50, １２００.５, ¥1200元: to the cent, and no more than a book can hold. */
    private @Nullable Money amount(int at, String field, String text, BindingResult errors) {
        if (text.isBlank()) {
            return null;
        }
        var plain = plain(text);
        if (!SUM.matcher(plain).matches()) {
            reject(at, field, plain.matches("-?\\d+(\\.\\d+)?") ? "too-much" : "not-money", errors);
            return null;
        }
        var yuan = new BigDecimal(plain);
        if (yuan.stripTrailingZeros().scale() > 2) {
            reject(at, field, "parts-of-a-cent", errors);
            return null;
        }
        return new Money(yuan);
    }

    private static void reject(int at, String field, String key, BindingResult errors) {
        errors.rejectValue(
                "lines[" + at + "]." + field, "economy.voucher.refused.line." + key, new Object[] {at + 1}, key);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s,，¥￥\\u5143]", "")
                .replace('−', '-');
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** One line. */
    record LineForm(
            @Size(max = 200) String summary,
            @Size(max = 100) String account,
            @Size(max = 100) String detail,
            @Size(max = 30) String debit,
            @Size(max = 30) String credit) {

        LineForm {
            summary = given(summary);
            account = given(account);
            detail = given(detail);
            debit = given(debit);
            credit = given(credit);
        }

        static LineForm empty() {
            return new LineForm("", "", "", "", "");
        }

        static LineForm named(String account) {
            return new LineForm("", account, "", "", "");
        }

        LineForm with(Side side, String amount) {
            return new LineForm(
                    summary, account, detail, side == Side.DEBIT ? amount : "", side == Side.CREDIT ? amount : "");
        }

        static LineForm of(VoucherQueries.Line line) {
            var amount = line.amount().toPlainString();
            return new LineForm(
                    line.summary(),
                    line.accountCode() + " " + line.accountName(),
                    given(line.detail()),
                    line.side() == Side.DEBIT ? amount : "",
                    line.side() == Side.CREDIT ? amount : "");
        }

        /** @param named whether the form came with its accounts, so that an account alone says nothing */
        boolean isEmpty(boolean named) {
            return (named || account.isBlank())
                    && debit.isBlank()
                    && credit.isBlank()
                    && detail.isBlank()
                    && summary.isBlank();
        }
    }
}
