package io.qiangcun.core.register;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PersonSection;
import io.qiangcun.core.people.PersonSection.Line;
import io.qiangcun.core.people.PersonSections;
import io.qiangcun.core.place.Jurisdiction;
import java.util.List;
import java.util.Objects;

/** What registers say about a person, on his page. */
class RowsOfPerson implements PersonSections {

    private final RegisterQueries registers;

    RowsOfPerson(RegisterQueries registers) {
        this.registers = registers;
    }

    @Override
    public String authority() {
        return RegisterAuthorities.READ;
    }

    @Override
    public List<PersonSection> of(Jurisdiction jurisdiction, PersonId person) {
        var lines = registers.ofPerson(jurisdiction, person).stream()
                .map(line -> new Line(
                        line.register() + "：" + line.title() + "　" + line.startsOn() + " – "
                                + Objects.toString(line.currentTo(), ""),
                        line.id().href()))
                .toList();
        return lines.isEmpty() ? List.of() : List.of(new PersonSection("core.register.section.title", lines));
    }
}
