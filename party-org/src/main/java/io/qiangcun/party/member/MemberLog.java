package io.qiangcun.party.member;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.organisation.OrganisationId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what happened to a member, where it happened. */
@Component
class MemberLog {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient database;

    MemberLog(JdbcClient database) {
        this.database = database;
    }

    void write(
            MemberId member,
            PlaceCode place,
            OrganisationId organisation,
            MemberChange what,
            LocalDate on,
            String note,
            Recorded by) {
        database.sql("""
                insert into party_member_change (change_id, member_id, place_code, organisation_id, what, effective_on,
                  note, recorded_at, recorded_by, recorded_by_person)
                values (:id, :member, :place, :organisation, :what, :on, :note, :at, :post, :person)
                """)
                .param("id", UUID.randomUUID())
                .param("member", member.value())
                .param("place", place.value())
                .param("organisation", organisation.value())
                .param("what", what.name())
                .param("on", on)
                .param("note", note)
                .param("at", by.at().atZone(CHINA).toOffsetDateTime())
                .param("post", by.post())
                .param("person", by.person())
                .update();
    }
}
