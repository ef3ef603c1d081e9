package io.qiangcun.core.module;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The main menu, collected from all modules. */
@Component
public class Navigation {

    private final List<NavigationEntry> entries;

    Navigation(ObjectProvider<NavigationEntry> entries) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
    }

    /** The entries whose pages an account with these authorities may open. */
    public List<NavigationEntry> entriesFor(Set<String> authorities) {
        return entries.stream()
                .filter(entry -> authorities.contains(entry.authority()))
                .toList();
    }

    /** The same entries as the menu shows them; a group of one is no group. */
    public List<NavigationGroup> groupsFor(Set<String> authorities) {
        var groups = new ArrayList<NavigationGroup>();
        var folded = new LinkedHashMap<String, List<NavigationEntry>>();
        for (var entry : entriesFor(authorities)) {
            if (entry.isForEveryDay()) {
                groups.add(new NavigationGroup(null, List.of(entry)));
            } else {
                folded.computeIfAbsent(entry.groupKey(), key -> new ArrayList<>())
                        .add(entry);
            }
        }
        folded.forEach((key, entries) -> groups.add(new NavigationGroup(entries.size() == 1 ? null : key, entries)));
        return List.copyOf(groups);
    }
}
