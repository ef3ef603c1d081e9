package io.qiangcun.core.people;

import io.qiangcun.core.place.Jurisdiction;
import java.util.List;

/** What a module adds to the page of a person, for readers with its authority. Declare it a bean. */
public interface PersonSections {

    /** What an account needs to be shown them; nobody else is asked for. */
    String authority();

    List<PersonSection> of(Jurisdiction jurisdiction, PersonId person);
}
