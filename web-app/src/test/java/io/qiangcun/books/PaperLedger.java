package io.qiangcun.books;

import static java.math.BigDecimal.ZERO;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A village's year as an accountant would work it out with pencil and paper, straight from the rows of the sheets and from the
 * text of the regulation. Shares no code with the product: what it says is what the product has to say.
 */
public final class PaperLedger {

    private record Line(
            String no,
            LocalDate date,
            String kind,
            String ref,
            String code,
            String detail,
            BigDecimal debit,
            BigDecimal credit) {

        BigDecimal net() {
            return debit.subtract(credit);
        }
    }

    /** What one account did: when the time began, in it, since the year began, when it ended. */
    public record Row(
            BigDecimal before,
            BigDecimal debits,
            BigDecimal credits,
            BigDecimal yearDebits,
            BigDecimal yearCredits,
            BigDecimal after) {}

    private final int year;
    private final List<Line> opening = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    private PaperLedger(int year) {
        this.year = year;
    }

    /** @param sheets of vouchers, below the folder of resources */
    public static PaperLedger of(int year, String... sheets) {
        var ledger = new PaperLedger(year);
        for (var row : rows("openings.csv")) {
            ledger.opening.add(new Line(
                    "",
                    LocalDate.of(year, 1, 1),
                    "opening",
                    "",
                    row.get("code"),
                    row.get("detail"),
                    amount(row.get("debit")),
                    amount(row.get("credit"))));
        }
        for (var sheet : sheets) {
            for (var row : rows(sheet)) {
                ledger.lines.add(new Line(
                        row.get("no"),
                        LocalDate.parse(row.get("date")),
                        row.get("kind"),
                        row.get("ref"),
                        row.get("code"),
                        row.get("detail"),
                        amount(row.get("debit")),
                        amount(row.get("credit"))));
            }
        }
        return ledger;
    }

    /** The sheet as it lies in the folder. */
    public static byte[] sheet(String name) {
        try (var stream = Objects.requireNonNull(PaperLedger.class.getResourceAsStream("/ledger/" + name), name)) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A row of a sheet, its cells by their headings. */
    private record Cells(Map<String, String> named) {

        String get(String heading) {
            return Objects.requireNonNull(named.get(heading), heading);
        }
    }

    private static List<Cells> rows(String name) {
        var text = new String(sheet(name), StandardCharsets.UTF_8).lines().toList();
        var headings = text.get(0).split(",", -1);
        return text.stream()
                .skip(1)
                .map(line -> {
                    var cells = line.split(",", -1);
                    var row = new HashMap<String, String>();
                    for (var at = 0; at < headings.length; at++) {
                        row.put(headings[at], cells[at]);
                    }
                    return new Cells(row);
                })
                .toList();
    }

    private static BigDecimal amount(String text) {
        return text.isEmpty() ? ZERO : new BigDecimal(text);
    }

    /** How many vouchers the sheets hold. */
    public long vouchers() {
        return lines.stream().map(Line::no).distinct().count();
    }

    /** Every account that lines name, and every account above it, whose row is not all noughts. */
    public Map<String, Row> trialBalance(int from, int to) {
        var codes = new HashSet<String>();
        for (var line : all()) {
            for (var digits : List.of(3, 5, 7)) {
                if (line.code().length() >= digits) {
                    codes.add(line.code().substring(0, digits));
                }
            }
        }
        var rows = new TreeMap<String, Row>();
        for (var code : codes) {
            var row = row(code, from, to);
            if (row.before().signum() != 0
                    || row.yearDebits().signum() != 0
                    || row.yearCredits().signum() != 0
                    || row.after().signum() != 0) {
                rows.put(code, row);
            }
        }
        return rows;
    }

    private Row row(String code, int from, int to) {
        var before = balance(code, from - 1);
        var debits = ZERO;
        var credits = ZERO;
        var yearDebits = ZERO;
        var yearCredits = ZERO;
        for (var line : lines) {
            var month = line.date().getMonthValue();
            if (line.code().startsWith(code) && month <= to) {
                yearDebits = yearDebits.add(line.debit());
                yearCredits = yearCredits.add(line.credit());
                if (month >= from) {
                    debits = debits.add(line.debit());
                    credits = credits.add(line.credit());
                }
            }
        }
        return new Row(before, debits, credits, yearDebits, yearCredits, balance(code, to));
    }

    /** Debit positive, at the end of the month; nought is the beginning of the year. */
    public BigDecimal balance(String code, int month) {
        var sum = ZERO;
        for (var line : all()) {
            if (line.code().startsWith(code) && isBy(line, month)) {
                sum = sum.add(line.net());
            }
        }
        return sum;
    }

    private List<Line> all() {
        var all = new ArrayList<>(opening);
        all.addAll(lines);
        return all;
    }

    private boolean isBy(Line line, int month) {
        return line.kind().equals("opening") || line.date().getMonthValue() <= month;
    }

    private BigDecimal credit(String code, int month) {
        return balance(code, month).negate();
    }

    /** What each household or unit owes when all its business below 113 is taken together (convention C5). */
    private BigDecimal households(int month, boolean owing) {
        var each = new HashMap<String, BigDecimal>();
        for (var line : all()) {
            if (line.code().startsWith("113") && isBy(line, month)) {
                each.merge(line.detail(), line.net(), BigDecimal::add);
            }
        }
        return each.values().stream()
                .map(net -> owing ? net.negate() : net)
                .filter(net -> net.signum() > 0)
                .reduce(ZERO, BigDecimal::add);
    }

    /** Credit turnover since the year began; closing vouchers left out, red ones taken off (C2, C7). */
    private BigDecimal income(String code, int month) {
        var sum = ZERO;
        for (var line : lines) {
            if (line.code().startsWith(code)
                    && isBy(line, month)
                    && !line.kind().equals("closing")) {
                sum = sum.subtract(line.net());
            }
        }
        return sum;
    }

    private BigDecimal expense(String code, int month) {
        return income(code, month).negate();
    }

    /** What went from debit of the one to credit of the other; in each such voucher one side has a single line. */
    private BigDecimal moved(String debited, int month, Predicate<String> credited) {
        var vouchers = lines.stream()
                .filter(line -> isBy(line, month) && !line.kind().equals("closing"))
                .collect(Collectors.groupingBy(Line::no, LinkedHashMap::new, Collectors.toList()));
        var sum = ZERO;
        for (var voucher : vouchers.values()) {
            var debits =
                    voucher.stream().filter(line -> line.debit().signum() != 0).toList();
            var credits =
                    voucher.stream().filter(line -> line.credit().signum() != 0).toList();
            if (debits.stream().noneMatch(line -> line.code().startsWith(debited))) {
                continue;
            }
            if (debits.size() == 1) {
                for (var line : credits) {
                    sum = credited.test(line.code()) ? sum.add(line.credit()) : sum;
                }
            } else if (credits.size() == 1) {
                for (var line : debits) {
                    sum = line.code().startsWith(debited)
                                    && credited.test(credits.get(0).code())
                            ? sum.add(line.debit())
                            : sum;
                }
            } else if (credits.stream().anyMatch(line -> credited.test(line.code()))) {
                throw new IllegalStateException("Several debits and credits in " + voucher);
            }
        }
        return sum;
    }

    /** The balance sheet by the numbers of its rows, at the end of the month. */
    public Map<String, BigDecimal> balanceSheet(int month) {
        var r = new LinkedHashMap<String, BigDecimal>();
        r.put("1", balance("101", month).add(balance("102", month)));
        r.put("2", balance("111", month));
        r.put("3", balance("112", month).add(households(month, false)));
        r.put("4", balance("121", month).add(balance("401", month)));
        r.put("5", balance("131", month));
        r.put("6", sum(r, "1", "2", "3", "4", "5"));
        r.put("7", balance("141", month));
        r.put("8", balance("132", month));
        r.put("9", credit("133", month));
        r.put("10", at(r, "8").subtract(at(r, "9")));
        r.put("11", balance("151", month));
        r.put("12", credit("152", month));
        r.put("13", at(r, "11").subtract(at(r, "12")));
        r.put("14", balance("153", month));
        r.put("15", balance("154", month));
        r.put("16", sum(r, "13", "14", "15"));
        r.put("17", balance("161", month));
        r.put("18", credit("162", month));
        r.put("19", at(r, "17").subtract(at(r, "18")));
        r.put("20", balance("134", month));
        r.put("21", balance("171", month));
        r.put("21a", balance("181", month));
        r.put("22", sum(r, "7", "10", "16", "19", "20", "21", "21a"));
        r.put("23", sum(r, "6", "22"));
        r.put("24", credit("201", month));
        r.put("25", credit("211", month).add(households(month, true)));
        r.put("26", credit("212", month));
        r.put("27", credit("213", month));
        r.put("28", credit("214", month));
        r.put("29", sum(r, "24", "25", "26", "27", "28"));
        r.put("30", credit("221", month));
        r.put("31", credit("231", month));
        r.put("32", credit("241", month));
        r.put("33", sum(r, "30", "31", "32"));
        r.put("34", sum(r, "29", "33"));
        r.put("35", credit("301", month));
        r.put("36", credit("311", month));
        var untransferred = ZERO;
        for (var code : List.of("501", "502", "503", "504", "511", "512", "513", "514", "515", "521")) {
            untransferred = untransferred.add(credit(code, month));
        }
        r.put("37", credit("321", month).add(credit("322", month)).add(untransferred));
        r.put("38", sum(r, "35", "36", "37"));
        r.put("39", sum(r, "34", "38"));
        return r;
    }

    /** The statement of income and its distribution, subsidies within operating income (A) or below it (B). */
    public Map<String, BigDecimal> income(int month, boolean within) {
        var r = new LinkedHashMap<String, BigDecimal>();
        var subsidies = income("503", month);
        var operating = income("501", month)
                .add(income("502", month))
                .subtract(expense("511", month))
                .subtract(expense("512", month))
                .subtract(expense("513", month));
        var at = 1;
        r.put(String.valueOf(at++), income("501", month));
        r.put(String.valueOf(at++), income("502", month));
        if (within) {
            r.put(String.valueOf(at++), subsidies);
        }
        r.put(String.valueOf(at++), expense("511", month));
        r.put(String.valueOf(at++), expense("512", month));
        r.put(String.valueOf(at++), expense("513", month));
        r.put(String.valueOf(at++), within ? operating.add(subsidies) : operating);
        if (!within) {
            r.put(String.valueOf(at++), subsidies);
        }
        r.put(String.valueOf(at++), income("504", month));
        r.put("9", expense("514", month));
        r.put("10", expense("515", month));
        var total = operating
                .add(subsidies)
                .add(income("504", month))
                .subtract(at(r, "9"))
                .subtract(at(r, "10"));
        r.put("11", total);
        r.put("12", expense("521", month));
        r.put("13", total.subtract(at(r, "12")));
        r.put("14", credit("322", 0));
        r.put("15", moved("311", month, code -> code.startsWith("322")));
        r.put("16", sum(r, "13", "14", "15"));
        r.put("17", moved("32201", month, code -> code.startsWith("311")));
        r.put("18", moved("32201", month, code -> List.of("113", "211", "101", "102")
                .contains(code.substring(0, 3))));
        r.put("19", moved("32201", month, code -> true).subtract(at(r, "17")).subtract(at(r, "18")));
        r.put("20", at(r, "16").subtract(at(r, "17")).subtract(at(r, "18")).subtract(at(r, "19")));
        return r;
    }

    private static BigDecimal at(Map<String, BigDecimal> rows, String key) {
        return Objects.requireNonNull(rows.get(key), key);
    }

    private static BigDecimal sum(Map<String, BigDecimal> rows, String... keys) {
        var sum = ZERO;
        for (var key : keys) {
            sum = sum.add(at(rows, key));
        }
        return sum;
    }

    /** The year that the sheets are of. */
    public int year() {
        return year;
    }
}
