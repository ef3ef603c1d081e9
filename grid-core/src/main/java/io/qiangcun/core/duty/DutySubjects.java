package io.qiangcun.core.duty;

import io.qiangcun.core.place.Jurisdiction;
import java.util.List;

/** Lists who owes duties. Declare it as a bean of the module whose subjects they are. */
public interface DutySubjects {

    List<DutySubject> subjects(Jurisdiction jurisdiction);
}
