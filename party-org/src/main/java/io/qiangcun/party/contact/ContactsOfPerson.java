package io.qiangcun.party.contact;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PersonSection;
import io.qiangcun.core.people.PersonSection.Line;
import io.qiangcun.core.people.PersonSections;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.PartyAuthorities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says on a person's page with how many households he keeps contact, and how often he went to see any. */
@Component
class ContactsOfPerson implements PersonSections {

    private final ContactQueries queries;
    private final MessageSource messages;
    private final Clock clock;

    ContactsOfPerson(ContactQueries queries, MessageSource messages, Clock clock) {
        this.queries = queries;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return PartyAuthorities.READ_CONTACTS;
    }

    @Override
    public List<PersonSection> of(Jurisdiction jurisdiction, PersonId person) {
        var sum = queries.sumOf(jurisdiction, person, LocalDate.now(clock).minusYears(1));
        var lines = new ArrayList<Line>();
        if (sum.households() > 0) {
            lines.add(new Line(
                    message("party.contact.section.kept", sum.households()),
                    "/party/contacts/" + sum.placeCode() + "/members/" + person));
        }
        var last = sum.last();
        if (last != null) {
            lines.add(new Line(
                    message("party.contact.section.visits", sum.visits(), last.toString()),
                    "/party/contacts/visits?visitor=" + person));
        }
        return lines.isEmpty() ? List.of() : List.of(new PersonSection("party.contact.section.title", lines));
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
