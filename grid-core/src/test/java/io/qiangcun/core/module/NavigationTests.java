package io.qiangcun.core.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class NavigationTests {

    private static final NavigationEntry WARNINGS = new NavigationEntry("warnings", "/core/warnings", 20, "read");
    private static final NavigationEntry MEMBERS = new NavigationEntry("members", "/party/members", 115, "read");
    private static final NavigationEntry BRANCHES = new NavigationEntry("branches", "/party/branches", 110, "read");
    private static final NavigationEntry BOOKS = new NavigationEntry("books", "/economy/books", 300, "read");
    private static final NavigationEntry AUDIT = new NavigationEntry("audit", "/core/audit", 910, "audit");

    private final Navigation navigation = navigation(MEMBERS, AUDIT, BOOKS, BRANCHES, WARNINGS);

    @Test
    void putsWhatIsUsedEveryDayIntoTheBarAndTheRestUnderItsModule() {
        assertThat(navigation.groupsFor(Set.of("read")))
                .containsExactly(
                        new NavigationGroup(null, List.of(WARNINGS)),
                        new NavigationGroup("party.module.name", List.of(BRANCHES, MEMBERS)),
                        new NavigationGroup(null, List.of(BOOKS)));
    }

    @Test
    void showsOnlyWhatTheAccountMayOpen() {
        assertThat(navigation.groupsFor(Set.of("audit"))).containsExactly(new NavigationGroup(null, List.of(AUDIT)));
        assertThat(navigation.groupsFor(Set.of())).isEmpty();
    }

    private static Navigation navigation(NavigationEntry... entries) {
        var beans = new StaticListableBeanFactory();
        for (var entry : entries) {
            beans.addBean(entry.messageKey(), entry);
        }
        return new Navigation(beans.getBeanProvider(NavigationEntry.class));
    }
}
