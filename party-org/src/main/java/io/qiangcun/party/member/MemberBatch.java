package io.qiangcun.party.member;

import io.qiangcun.core.account.Recorded;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes many members in a few statements. */
@Component
class MemberBatch {

    private static final int ROWS = 1000;

    private final JdbcTemplate database;

    MemberBatch(JdbcTemplate database) {
        this.database = database;
    }

    void insert(List<EnrolledBefore> members, Recorded recorded) {
        database.batchUpdate("""
                insert into party_member (member_id, version, created_at, created_by, changed_at, changed_by,
                  place_code, organisation_id, person_id, standing, joined_on, full_on, in_branch_since,
                  floating_since, floating_to)
                values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, members, ROWS, (row, member) -> {
            var at = Timestamp.from(recorded.at());
            var command = member.command();
            row.setObject(1, command.id().value());
            row.setTimestamp(2, at);
            row.setString(3, recorded.post());
            row.setTimestamp(4, at);
            row.setString(5, recorded.post());
            row.setString(6, member.place().value());
            row.setObject(7, command.organisation().value());
            row.setObject(8, command.person().value());
            row.setString(9, command.standing().name());
            row.setObject(10, command.joinedOn());
            row.setObject(11, command.fullOn());
            row.setObject(12, command.joinedOn());
            row.setObject(13, member.floatingSince());
            row.setString(14, member.floatingTo());
        });
        database.batchUpdate("""
                insert into party_member_change (change_id, member_id, place_code, organisation_id, what, effective_on,
                  note, recorded_at, recorded_by, recorded_by_person)
                values (gen_random_uuid(), ?, ?, ?, 'ENROLLED', ?, '', ?, ?, ?)
                """, members, ROWS, (row, member) -> {
            var command = member.command();
            row.setObject(1, command.id().value());
            row.setString(2, member.place().value());
            row.setObject(3, command.organisation().value());
            row.setObject(4, command.joinedOn());
            row.setTimestamp(5, Timestamp.from(recorded.at()));
            row.setString(6, recorded.post());
            row.setString(7, recorded.person());
        });
    }
}
