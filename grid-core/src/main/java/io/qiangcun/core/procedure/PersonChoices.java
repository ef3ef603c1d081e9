package io.qiangcun.core.procedure;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.List;

/** Who may be named in a field of a procedure. A bean; fields name it by its code. */
public interface PersonChoices {

    /** Stable, dotted, starting with the module code; a message {@code <code>.only} says who else may not be named. */
    String code();

    /** Those of the place on the day, by name. */
    List<Choice> of(PlaceCode place, LocalDate on);

    /** Somebody who may be named. */
    record Choice(PersonId person, String name, LocalDate bornOn) {}
}
