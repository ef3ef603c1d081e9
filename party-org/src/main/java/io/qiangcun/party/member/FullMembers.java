package io.qiangcun.party.member;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.PersonChoices;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The full members of a place who are not under observation: contacts and introducers are chosen among them. */
@Service
@Transactional(readOnly = true)
class FullMembers implements PersonChoices {

    private final JdbcClient database;

    FullMembers(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return "party.full-member";
    }

    @Override
    public String refusal() {
        return "party.procedure.full-members-only";
    }

    @Override
    public List<Choice> of(PlaceCode place, LocalDate on) {
        var here = Jurisdiction.within(place);
        return database.sql("""
                select m.person_id, h.name, h.born_on
                from party_member m join person h on h.person_id = m.person_id
                where m.place_code >= :lo and m.place_code < :hi and m.full_on <= :on
                  and (m.ended_on is null or m.ended_on > :on) and (m.observed_since is null or m.observed_since > :on)
                order by h.name, h.born_on
                """)
                .param("lo", here.lo())
                .param("hi", here.hi())
                .param("on", on)
                .query((row, number) -> new Choice(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("name"),
                        row.getObject("born_on", LocalDate.class)))
                .list();
    }
}
