package io.qiangcun.core.number;

import java.util.List;

/**
 * What some numbers are about; a module contributes one bean for each group of numbers it wants to see together.
 *
 * @param titleKey heads the group
 * @param order among the groups, the least first
 * @param beginnings of the codes that belong to it; the longest that fits decides
 */
public record NumberSubject(String titleKey, int order, List<String> beginnings) {

    public NumberSubject(String titleKey, int order, String... beginnings) {
        this(titleKey, order, List.of(beginnings));
    }

    /** How many letters of the code the subject knows, none if it is not about it. */
    public int knows(String code) {
        return beginnings.stream()
                .filter(code::startsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
