package io.qiangcun.core.people;

import io.qiangcun.core.place.Jurisdiction;
import java.util.List;

/** What modules add to the page of a person; each says nothing to readers without its own authority. Declare it a bean. */
public interface PersonSections {

    List<PersonSection> of(Jurisdiction jurisdiction, PersonId person);
}
