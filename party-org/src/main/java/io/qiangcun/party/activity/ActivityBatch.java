package io.qiangcun.party.activity;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes many records in a few statements. */
@Component
class ActivityBatch {

    private static final int ROWS = 1000;

    private final JdbcTemplate database;

    ActivityBatch(JdbcTemplate database) {
        this.database = database;
    }

    void insert(List<PastActivity> activities) {
        database.batchUpdate("""
                insert into party_activity (activity_id, version, created_at, created_by, changed_at, changed_by,
                  place_code, organisation_id, status, kind, held_on, starts_at, venue, topic, host, recorder,
                  expected_count, present_count, absences, summary, decisions, hours,
                  edition, edition_reason, recorded_at, recorded_by, recorded_by_person, makes_up_for, end_reason)
                values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, '', ?, ?, ?, ?, '')
                """, activities, ROWS, (row, activity) -> {
            var at = Timestamp.from(activity.recordedAt());
            var content = activity.content();
            row.setObject(1, activity.id().value());
            row.setTimestamp(2, at);
            row.setString(3, activity.recordedBy());
            row.setTimestamp(4, at);
            row.setString(5, activity.recordedBy());
            row.setString(6, activity.place().value());
            row.setObject(7, activity.organisation().value());
            row.setString(8, activity.status().name());
            row.setString(9, content.kind().name());
            row.setObject(10, content.heldOn());
            row.setObject(11, content.startsAt());
            row.setString(12, content.venue());
            row.setString(13, content.topic());
            row.setString(14, content.host());
            row.setString(15, content.recorder());
            row.setObject(16, content.expectedCount());
            row.setObject(17, content.presentCount());
            row.setString(18, content.absences());
            row.setString(19, content.summary());
            row.setString(20, content.decisions());
            row.setBigDecimal(21, content.hours());
            row.setTimestamp(22, at);
            row.setString(23, activity.recordedBy());
            row.setString(24, activity.person());
            row.setObject(25, activity.makesUpFor());
        });
    }
}
