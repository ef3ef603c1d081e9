package io.qiangcun.core.procedure;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.List;

/** Who may be named in a field of a procedure. A bean; fields name it by its code. */
public interface PersonChoices {

    /** Stable, dotted, starting with the module code. */
    String code();

    /** The message that says who alone may be named; its argument is the label of the field. */
    String refusal();

    /** Those of the place on the day, by name. */
    List<Choice> of(PlaceCode place, LocalDate on);

    /** Somebody who may be named. */
    record Choice(PersonId person, String name, LocalDate bornOn) {}
}
