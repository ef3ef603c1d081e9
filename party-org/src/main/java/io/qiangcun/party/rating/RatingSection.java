package io.qiangcun.party.rating;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PersonSection;
import io.qiangcun.core.people.PersonSection.Line;
import io.qiangcun.core.people.PersonSections;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.PartyAuthorities;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says on a person's page which stars he has and had, to those who may know. */
@Component
class RatingSection implements PersonSections {

    private final RatingQueries queries;
    private final MessageSource messages;

    RatingSection(RatingQueries queries, MessageSource messages) {
        this.queries = queries;
        this.messages = messages;
    }

    @Override
    public String authority() {
        return PartyAuthorities.READ_RATINGS;
    }

    @Override
    public List<PersonSection> of(Jurisdiction jurisdiction, PersonId person) {
        var lines = queries.of(jurisdiction, person).stream()
                .map(award -> new Line(
                        messages.getMessage(
                                award.endedOn() == null ? "party.rating.section.line" : "party.rating.section.ended",
                                new Object[] {
                                    String.valueOf(award.ratingYear()),
                                    award.stars(),
                                    award.awardedOn().toString()
                                },
                                Locale.SIMPLIFIED_CHINESE),
                        "/party/ratings/stars/" + award.awardId()))
                .toList();
        return lines.isEmpty() ? List.of() : List.of(new PersonSection("party.rating.section.title", lines));
    }
}
