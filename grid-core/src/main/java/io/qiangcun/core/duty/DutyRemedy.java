package io.qiangcun.core.duty;

import java.util.Set;

/**
 * Knows where a record of its kinds is entered with the fewest steps. Declare it as a bean of the module that owns the
 * records; a kind nobody knows is shown without a link.
 */
public interface DutyRemedy {

    /** Values of {@code duty_rule.record_kind}. */
    Set<String> recordKinds();

    /** The form that fulfils the duty, filled in as far as the duty says: {@code /party/activities/new?duty=…}. */
    String href(OwedDuty duty);
}
