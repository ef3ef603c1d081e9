package io.qiangcun.party.member;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PersonSection;
import io.qiangcun.core.people.PersonSection.Line;
import io.qiangcun.core.people.PersonSections;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.PartyAuthorities;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says on a person's page of which branch he is a member, to those who may know. */
@Service
@Transactional(readOnly = true)
class MemberSection implements PersonSections {

    private final JdbcClient database;
    private final MessageSource messages;

    MemberSection(JdbcClient database, MessageSource messages) {
        this.database = database;
        this.messages = messages;
    }

    @Override
    public String authority() {
        return PartyAuthorities.READ_MEMBERS;
    }

    @Override
    public List<PersonSection> of(Jurisdiction jurisdiction, PersonId person) {
        var lines = database.sql("""
                select m.member_id, o.name, m.standing, m.joined_on, m.ended_on
                from party_member m join party_organisation o on o.organisation_id = m.organisation_id
                where m.place_code >= :lo and m.place_code < :hi and m.person_id = :person
                order by m.joined_on
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("person", person.value())
                .query((row, number) -> new Line(
                        message(
                                row.getObject("ended_on") == null
                                        ? "party.member.section.line"
                                        : "party.member.section.ended",
                                row.getString("name"),
                                message(Standing.valueOf(row.getString("standing"))
                                        .messageKey()),
                                row.getString("joined_on")),
                        "/party/members/" + row.getString("member_id")))
                .list();
        var shown = lines.isEmpty()
                ? List.of(new Line(message("party.member.section.none"), "/party/members/new?person=" + person))
                : lines;
        return List.of(new PersonSection("party.member.section.title", shown));
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
