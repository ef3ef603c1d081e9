package io.qiangcun.party.training;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PersonSection;
import io.qiangcun.core.people.PersonSection.Line;
import io.qiangcun.core.people.PersonSections;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.PartyAuthorities;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says on a person's page what he studied, and how far he is this year, to those who may know. */
@Component
class TrainingSection implements PersonSections {

    private final TrainingQueries queries;
    private final MessageSource messages;

    TrainingSection(TrainingQueries queries, MessageSource messages) {
        this.queries = queries;
        this.messages = messages;
    }

    @Override
    public String authority() {
        return PartyAuthorities.READ_TRAINING;
    }

    @Override
    public List<PersonSection> of(Jurisdiction jurisdiction, PersonId person) {
        var lines = new ArrayList<Line>();
        for (var studied : queries.of(jurisdiction, person)) {
            var owed = studied.yearTarget();
            var has = studied.yearHours();
            if (lines.isEmpty() && owed != null && has != null) {
                lines.add(new Line(
                        message("party.training.section.year", has.toPlainString(), owed.toPlainString()), null));
            }
            var hours = studied.hours();
            if (hours != null) {
                lines.add(new Line(
                        message(
                                "party.training.section.line",
                                String.valueOf(studied.heldOn()),
                                String.valueOf(studied.classTitle()),
                                hours.toPlainString()),
                        null));
            }
        }
        return lines.isEmpty() ? List.of() : List.of(new PersonSection("party.training.section.title", lines));
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
