package io.qiangcun.core.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a password must be: long enough, mixed, and not made of what a guesser tries first. Common words, words about
 * the account, runs along the keyboard, repetitions and years count for nothing; what is left must still be hard.
 */
class PasswordPolicy {

    static final int SHORTEST = 10;
    static final int LONGEST = 64;
    private static final int CLASSES = 3;
    private static final int LEFT_OVER = 5;
    private static final int SHORTEST_WORD = 4;
    private static final int SHORTEST_RUN = 3;

    private static final List<String> ROWS = List.of(
            "01234567890",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "1qaz",
            "2wsx",
            "3edc",
            "4rfv",
            "5tgb",
            "6yhn",
            "7ujm",
            "!@#$%^&*()");

    private static final Map<Character, Character> LOOKALIKES =
            Map.of('@', 'a', '4', 'a', '0', 'o', '1', 'i', '!', 'i', '3', 'e', '$', 's', '5', 's', '7', 't');

    private final List<String> common;

    PasswordPolicy(Collection<String> common) {
        this.common = common.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    static PasswordPolicy withCommonWords() {
        var list = Objects.requireNonNull(PasswordPolicy.class.getResourceAsStream("common-passwords.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return new PasswordPolicy(lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @param about login, names and places that anybody knows of the account
     */
    void check(String password, Collection<String> about) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new PasswordRefused("core.account.password.too-short", SHORTEST, length);
        }
        if (length > LONGEST) {
            throw new PasswordRefused("core.account.password.too-long", LONGEST, length);
        }
        if (classes(password) < CLASSES) {
            throw new PasswordRefused("core.account.password.too-plain");
        }
        var words = about.stream().flatMap(PasswordPolicy::parts).toList();
        if (words.stream().anyMatch(plain(password)::contains)) {
            throw new PasswordRefused("core.account.password.about-you");
        }
        if (leftOver(password) < LEFT_OVER) {
            throw new PasswordRefused("core.account.password.too-common");
        }
    }

    private static int classes(String password) {
        return (int) Stream.of("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]")
                .filter(kind -> password.matches("(?s).*" + kind + ".*"))
                .count();
    }

    private static Stream<String> parts(String about) {
        var name = plain(about);
        return Stream.concat(Stream.of(name), Stream.of(name.split("[-._ ]")))
                .filter(part -> part.length() >= SHORTEST_WORD || isChinese(part) && part.length() >= 2);
    }

    private static boolean isChinese(String text) {
        return text.codePoints().allMatch(Character::isIdeographic);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The smaller of what is left as typed and of what is left when lookalikes are read as letters. */
    private int leftOver(String password) {
        var typed = plain(password);
        var read = new StringBuilder();
        typed.chars().forEach(c -> read.append(LOOKALIKES.getOrDefault((char) c, (char) c)));
        return Math.min(without(typed), without(read.toString()));
    }

    private int without(String text) {
        var rest = text;
        for (var word : common) {
            rest = rest.replace(word, " ");
        }
        rest = rest.replaceAll("(19|20)\\d\\d", " ");
        rest = withoutRuns(rest);
        rest = rest.replaceAll("(.)\\1{2,}", " ");
        return (int) rest.chars().filter(c -> c != ' ').distinct().count();
    }

    private static String withoutRuns(String text) {
        var rest = new StringBuilder();
        for (var at = 0; at < text.length(); ) {
            var run = runAt(text, at);
            if (run >= SHORTEST_RUN) {
                rest.append(' ');
                at += run;
            } else {
                rest.append(text.charAt(at));
                at++;
            }
        }
        return rest.toString();
    }

    private static int runAt(String text, int at) {
        var longest = 0;
        for (var row : ROWS) {
            for (var direction : List.of(row, new StringBuilder(row).reverse().toString())) {
                var end = at + 1;
                while (end <= text.length() && direction.contains(text.substring(at, end))) {
                    longest = Math.max(longest, end - at);
                    end++;
                }
            }
        }
        return longest;
    }
}
