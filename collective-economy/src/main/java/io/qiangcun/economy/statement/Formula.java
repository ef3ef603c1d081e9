package io.qiangcun.economy.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a statement adds up: {@code BD(101)+BD(102)}, {@code R1-R2}. The words:
 *
 * <ul>
 *   <li>BD, BC: the balance of an account, debit or credit positive; OD, OC: the same when the year began
 *   <li>DD, DC: the sum of its details in debit, in credit
 *   <li>TD, TC: its turnover, debits or credits less the other side, closing vouchers left out
 *   <li>GD, GC: its debits, its credits, nothing taken off but red ones, closing vouchers left out
 *   <li>MV(a,b): what was debited to a and credited to b in one voucher
 *   <li>Rn: another line of the statement, one above
 * </ul>
 *
 * {@code 501..504} stands for every account from the one to the other.
 */
record Formula(List<Term> terms) {

    private static final int FIRST_LEVEL = 3;
    private static final Pattern TERM = Pattern.compile(
            "\\s*([+-]?)\\s*(?:(BD|BC|OD|OC|DD|DC|TD|TC|GD|GC|MV)\\(([0-9]{3,16})(?:(\\.\\.|,)([0-9]{3,16}))?\\)|R([0-9]+[a-z]?))\\s*");

    Formula {
        terms = List.copyOf(terms);
    }

    /** One summand. */
    sealed interface Term {

        boolean plus();
    }

    /** @param other the last of a range, or whom something moved to; empty for neither */
    record Asked(boolean plus, Word word, String account, Optional<String> other) implements Term {

        IntStream between() {
            var from = Integer.parseInt(account);
            return IntStream.rangeClosed(from, other.map(Integer::parseInt).orElse(from));
        }
    }

    record Row(boolean plus, String key) implements Term {}

    enum Word {
        BD,
        BC,
        OD,
        OC,
        DD,
        DC,
        TD,
        TC,
        GD,
        GC,
        MV
    }

    /** @throws IllegalArgumentException for anything that is not said above */
    static Formula parse(String text) {
        var terms = new ArrayList<Term>();
        var found = TERM.matcher(text);
        var at = 0;
        while (at < text.length()) {
            found.region(at, text.length());
            if (!found.lookingAt() || !terms.isEmpty() && found.group(1).isEmpty()) {
                throw new IllegalArgumentException("Cannot read '" + text.substring(at) + "' in " + text);
            }
            terms.add(term(
                    found.group(1).equals("-"),
                    found.group(2),
                    found.group(3),
                    found.group(4),
                    found.group(5),
                    found.group(6)));
            at = found.end();
        }
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("A line adds something up");
        }
        return new Formula(terms);
    }

    private static Term term(
            boolean minus,
            @Nullable String word,
            @Nullable String account,
            @Nullable String between,
            @Nullable String other,
            @Nullable String row) {
        if (row != null) {
            return new Row(!minus, row);
        }
        var asked = Word.valueOf(Objects.requireNonNull(word));
        if ((asked == Word.MV) != ",".equals(between)) {
            throw new IllegalArgumentException(asked + " is not asked of " + account + between);
        }
        return new Asked(!minus, asked, Objects.requireNonNull(account), Optional.ofNullable(other));
    }

    /** @param rows the lines above, by their keys */
    BigDecimal evaluate(Figures figures, Function<String, BigDecimal> rows) {
        return terms.stream()
                .map(term -> {
                    var amount = term instanceof Row row ? rows.apply(row.key()) : ask(figures, (Asked) term);
                    return term.plus() ? amount : amount.negate();
                })
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal ask(Figures figures, Asked asked) {
        if (asked.word() == Word.MV) {
            return figures.moved(asked.account(), asked.other().orElseThrow());
        }
        return asked.between()
                .mapToObj(account -> ask(figures, asked.word(), Integer.toString(account)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal ask(Figures figures, Word word, String account) {
        return switch (word) {
            case BD -> figures.balance(account);
            case BC -> figures.balance(account).negate();
            case OD -> figures.opening(account);
            case OC -> figures.opening(account).negate();
            case DD -> figures.debitDetails(account);
            case DC -> figures.creditDetails(account);
            case TD -> figures.turnover(account);
            case TC -> figures.turnover(account).negate();
            case GD -> figures.debits(account);
            case GC -> figures.credits(account);
            case MV -> throw new IllegalStateException("Between two accounts");
        };
    }

    /** The accounts whose details are asked for one by one. */
    List<String> detailed() {
        return terms.stream()
                .filter(Asked.class::isInstance)
                .map(Asked.class::cast)
                .filter(asked -> asked.word() == Word.DD || asked.word() == Word.DC)
                .map(Asked::account)
                .distinct()
                .toList();
    }

    /** The accounts of the first level on whose balances it rests. */
    Stream<String> balances() {
        return terms.stream()
                .filter(Asked.class::isInstance)
                .map(Asked.class::cast)
                .filter(asked -> asked.word() != Word.MV)
                .flatMap(asked -> asked.between().mapToObj(Integer::toString))
                .map(account -> account.substring(0, FIRST_LEVEL));
    }

    /** The accounts whose vouchers stand behind the line itself; lines it adds up have their own. */
    List<String> accounts() {
        return terms.stream()
                .filter(Asked.class::isInstance)
                .map(Asked.class::cast)
                .map(Asked::account)
                .distinct()
                .toList();
    }
}
