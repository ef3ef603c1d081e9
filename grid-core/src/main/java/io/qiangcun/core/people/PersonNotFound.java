package io.qiangcun.core.people;

import io.qiangcun.core.error.NotFound;

/** There is no such person, or not here. */
public class PersonNotFound extends NotFound {

    public PersonNotFound(PersonId id) {
        super("person", id);
    }
}
