package io.qiangcun.core.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a module knows of a person, for the person's page.
 *
 * @param titleKey the heading, as a message key
 */
public record PersonSection(String titleKey, List<Line> lines) {

    public PersonSection {
        lines = List.copyOf(lines);
    }

    /** One fact in words, and the page that has more of it. */
    public record Line(String text, @Nullable String href) {}
}
