package io.qiangcun.grid.network;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PersonSection;
import io.qiangcun.core.people.PersonSection.Line;
import io.qiangcun.core.people.PersonSections;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.grid.GridAuthorities;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says on a person's page in which grids he works and worked. */
@Component
class GridsOfPerson implements PersonSections {

    private final GridQueries queries;
    private final MessageSource messages;

    GridsOfPerson(GridQueries queries, MessageSource messages) {
        this.queries = queries;
        this.messages = messages;
    }

    @Override
    public String authority() {
        return GridAuthorities.READ_GRIDS;
    }

    @Override
    public List<PersonSection> of(Jurisdiction jurisdiction, PersonId person) {
        var lines = queries.of(jurisdiction, person.value()).stream()
                .map(work -> new Line(
                        work.name() + "　"
                                + messages.getMessage(work.post().messageKey(), null, Locale.SIMPLIFIED_CHINESE) + "　"
                                + work.since() + " – " + Objects.toString(work.endedOn(), ""),
                        "/grid/network/" + work.placeCode()))
                .toList();
        return lines.isEmpty() ? List.of() : List.of(new PersonSection("grid.network.section.title", lines));
    }
}
