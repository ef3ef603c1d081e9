package io.qiangcun.party.organisation;

import io.qiangcun.core.account.Recorded;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes many organisations in a few statements. */
@Component
class OrganisationBatch {

    private static final int ROWS = 1000;

    private final JdbcTemplate database;

    OrganisationBatch(JdbcTemplate database) {
        this.database = database;
    }

    void insert(List<FoundOrganisation> commands, Recorded recorded) {
        database.batchUpdate("""
                insert into party_organisation (organisation_id, version, created_at, created_by, changed_at, changed_by,
                  place_code, kind, name, parent_id, founded_on,
                  has_committee, has_groups, full_member_count, member_count, counted_on)
                values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, commands, ROWS, (row, command) -> {
            var at = Timestamp.from(recorded.at());
            row.setObject(1, command.id().value());
            row.setTimestamp(2, at);
            row.setString(3, recorded.post());
            row.setTimestamp(4, at);
            row.setString(5, recorded.post());
            row.setString(6, command.place().value());
            row.setString(7, command.kind().name());
            row.setString(8, command.name());
            row.setObject(9, command.parent() == null ? null : command.parent().value());
            row.setObject(10, command.foundedOn());
            setStructure(row, 11, command.structure());
        });
        database.batchUpdate("""
                insert into party_organisation_change (change_id, organisation_id, place_code, what, effective_on, reason,
                  name, has_committee, has_groups, full_member_count, member_count, counted_on,
                  recorded_at, recorded_by, recorded_by_person)
                values (gen_random_uuid(), ?, ?, 'FOUNDED', ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, commands, ROWS, (row, command) -> {
            row.setObject(1, command.id().value());
            row.setString(2, command.place().value());
            row.setObject(3, command.foundedOn());
            row.setString(4, command.name());
            setStructure(row, 5, command.structure());
            row.setTimestamp(10, Timestamp.from(recorded.at()));
            row.setString(11, recorded.post());
            row.setString(12, recorded.person());
        });
    }

    private static void setStructure(PreparedStatement row, int from, Structure structure) throws SQLException {
        row.setBoolean(from, structure.hasCommittee());
        row.setBoolean(from + 1, structure.hasGroups());
        row.setInt(from + 2, structure.fullMemberCount());
        row.setInt(from + 3, structure.memberCount());
        row.setObject(from + 4, structure.countedOn());
    }
}
