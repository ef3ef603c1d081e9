package io.qiangcun.core.module;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands together in the main menu.
 *
 * @param titleKey null for an entry that stands in the bar itself
 */
public record NavigationGroup(@Nullable String titleKey, List<NavigationEntry> entries) {

    public NavigationGroup {
        entries = List.copyOf(entries);
    }

    public boolean holds(@Nullable String path) {
        return entries.stream().anyMatch(entry -> entry.path().equals(path));
    }
}
