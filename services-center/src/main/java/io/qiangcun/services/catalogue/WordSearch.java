package io.qiangcun.services.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds items by the words of somebody who does not know what they are called. Names of offices are longer than what
 * people say, so letters in the same order count too: they find what an abbreviation stands for.
 */
final class WordSearch {

    private static final int WHOLE = 1000;
    private static final int IN_ORDER = 300;
    private static final int PAIR_IN_NAME = 30;
    private static final int PAIR_ELSEWHERE = 8;
    /** Less than this is an accident. */
    private static final int LEAST = 24;
    /** A longer text is no abbreviation. */
    private static final int LONGEST_ABBREVIATION = 6;

    private WordSearch() {}

    /** The best first. */
    static List<ServiceItem> find(List<ServiceItem> items, String typed) {
        var words = plain(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        return items.stream()
                .map(item -> new Hit(item, score(item, words)))
                .filter(hit -> hit.score() >= LEAST)
                .sorted(Comparator.comparingInt(Hit::score).reversed().thenComparing(hit -> hit.item()
                        .code()))
                .map(Hit::item)
                .toList();
    }

    private record Hit(ServiceItem item, int score) {}

    static int score(ServiceItem item, String words) {
        if (item.code().value().equalsIgnoreCase(words.replace(" ", ""))
                || plain(item.code().value()).equals(words)) {
            return 2 * WHOLE;
        }
        var name = plain(item.name());
        var also = plain(item.guide().alsoCalled());
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
        var elsewhere = plain(item.category().name()
                + item.materials().stream().map(Material::name).collect(Collectors.joining("|"))
                + item.guide().applicants());
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
