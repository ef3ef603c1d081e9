package io.qiangcun.services.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds what somebody means by his own words, who does not know what it is called. Names of offices are longer than what
 * people say, so letters in the same order count too: they find what an abbreviation stands for.
 */
public final class WordSearch {

    private static final int WHOLE = 1000;
    private static final int IN_ORDER = 300;
    private static final int PAIR_IN_NAME = 30;
    private static final int PAIR_ELSEWHERE = 8;
    /** Less than this is an accident. */
    private static final int LEAST = 24;
    /** A longer text is no abbreviation. */
    private static final int LONGEST_ABBREVIATION = 6;

    private WordSearch() {}

    /**
     * What is read of something that may be meant.
     *
     * @param also how people call it, too
     * @param elsewhere what hints at it only
     */
    public record Words(String code, String name, String also, String elsewhere) {}

    private record Hit<T>(T one, int score) {}

    /** The best first; those that score the same stay in their order. */
    public static <T> List<T> find(List<T> all, Function<T, Words> read, String typed) {
        var words = plain(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        return all.stream()
                .map(one -> new Hit<>(one, score(read.apply(one), words)))
                .filter(hit -> hit.score() >= LEAST)
                .sorted(Comparator.<Hit<T>>comparingInt(Hit::score).reversed())
                .map(Hit::one)
                .toList();
    }

    static List<ServiceItem> find(List<ServiceItem> items, String typed) {
        return find(items, WordSearch::wordsOf, typed);
    }

    private static Words wordsOf(ServiceItem item) {
        var materials = item.materials().stream().map(Material::name).collect(Collectors.joining("|"));
        return new Words(
                item.code().value(),
                item.name(),
                item.guide().alsoCalled(),
                item.category().name() + materials + item.guide().applicants());
    }

    private static int score(Words read, String words) {
        if (plain(read.code()).equals(words)) {
            return 2 * WHOLE;
        }
        var name = plain(read.name());
        var also = plain(read.also());
        var score = 0;
        if (name.contains(words) || also.contains(words)) {
            score += WHOLE - name.length();
        } else if (words.length() >= 2 && words.length() <= LONGEST_ABBREVIATION && inOrder(words, name)) {
            score += IN_ORDER - name.length();
        }
        var pairs = pairs(words);
        if (pairs.isEmpty()) {
            return score;
        }
        var elsewhere = plain(read.elsewhere());
        for (var pair : pairs) {
            if (name.contains(pair) || also.contains(pair)) {
                score += PAIR_IN_NAME;
            } else if (elsewhere.contains(pair)) {
                score += PAIR_ELSEWHERE;
            }
        }
        return score;
    }

    /** Whether all letters stand in the name in this order. */
    private static boolean inOrder(String words, String name) {
        var at = 0;
        for (var i = 0; i < words.length(); i++) {
            at = name.indexOf(words.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> pairs(String words) {
        return IntStream.range(0, Math.max(0, words.length() - 1))
                .mapToObj(i -> words.substring(i, i + 2))
                .collect(Collectors.toSet());
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{IsHan}\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
