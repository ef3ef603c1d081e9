package io.qiangcun.party.points;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PersonSection;
import io.qiangcun.core.people.PersonSection.Line;
import io.qiangcun.core.people.PersonSections;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.PartyAuthorities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says on a person's page what points he has this year, to those who may know. */
@Component
class PointsSection implements PersonSections {

    private final PointsQueries queries;
    private final MessageSource messages;
    private final Clock clock;

    PointsSection(PointsQueries queries, MessageSource messages, Clock clock) {
        this.queries = queries;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return PartyAuthorities.READ_POINTS;
    }

    @Override
    public List<PersonSection> of(Jurisdiction jurisdiction, PersonId person) {
        var year = LocalDate.now(clock).getYear();
        return queries
                .points(jurisdiction, person, year)
                .map(points -> new PersonSection(
                        "party.points.section.title",
                        List.of(new Line(
                                messages.getMessage(
                                        "party.points.section.line",
                                        new Object[] {
                                            String.valueOf(year),
                                            points.balance().points().toPlainString(),
                                            points.entries().size()
                                        },
                                        Locale.SIMPLIFIED_CHINESE),
                                "/party/points/members/" + points.member().memberId()))))
                .stream()
                .toList();
    }
}
