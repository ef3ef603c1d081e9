package io.qiangcun.core.people;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed the person since the form was opened. */
public class PersonStale extends Conflicting {

    PersonStale() {
        super("core.people.stale");
    }
}
