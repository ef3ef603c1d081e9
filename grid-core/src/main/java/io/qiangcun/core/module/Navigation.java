package io.qiangcun.core.module;

import java.util.Comparator;
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
}
