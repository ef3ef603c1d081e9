package io.qiangcun.core.procedure;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PersonSection;
import io.qiangcun.core.people.PersonSection.Line;
import io.qiangcun.core.people.PersonSections;
import io.qiangcun.core.place.Jurisdiction;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says on a person's page which cases are about him, to those who may read cases. */
@Component
class CasesOfPerson implements PersonSections {

    private final CaseQueries cases;
    private final MessageSource messages;

    CasesOfPerson(CaseQueries cases, MessageSource messages) {
        this.cases = cases;
        this.messages = messages;
    }

    @Override
    public String authority() {
        return ProcedureAuthorities.READ;
    }

    @Override
    public List<PersonSection> of(Jurisdiction jurisdiction, PersonId person) {
        var lines = cases.about(jurisdiction, person);
        return lines.isEmpty()
                ? List.of()
                : List.of(new PersonSection(
                        "core.procedure.section.title",
                        lines.stream().map(this::line).toList()));
    }

    private Line line(CaseQueries.PersonCase found) {
        var state = message("core.procedure.case-state." + found.state());
        return new Line(
                message(
                        "core.procedure.section.line",
                        found.title(),
                        found.startedOn().toString(),
                        found.result().isEmpty() ? state : state + " " + found.result()),
                new CaseId(found.caseId()).href());
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
