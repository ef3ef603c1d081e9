package io.qiangcun.core.warning;

import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Finds what needs attention. The sweep asks every rule for its findings and opens, refreshes and clears warnings by
 * comparing them with the open ones; a rule never touches a warning itself. When a warning changes its level and its
 * holder is data: the table {@code warning_step}.
 *
 * <p>Messages: {@code <code>.title}, {@code <code>.remedy} (the cheapest lawful way to clear it).
 */
public interface WarningRule {

    /** Stable, dotted, starting with the module code: {@code core.duty-overdue}. */
    String code();

    /** All findings in the jurisdiction, by one set-based query. */
    Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today);
}
