package io.qiangcun.core.people;

import io.qiangcun.core.account.Recorded;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes many persons in a few statements. */
@Component
class PersonBatch {

    private static final int ROWS = 1000;

    private final JdbcTemplate database;
    private final PeopleCipher cipher;

    PersonBatch(JdbcTemplate database, PeopleCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** What is not said of a household that is known stays as it is. */
    void insertHouseholds(List<EnterHousehold> commands, Recorded recorded) {
        database.batchUpdate("""
                insert into household (household_id, version, created_at, created_by, changed_at, changed_by, place_code,
                  number, address, grid_code)
                values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (place_code, number) do update set version = household.version + 1,
                  changed_at = excluded.changed_at, changed_by = excluded.changed_by,
                  address = coalesce(nullif(excluded.address, ''), household.address),
                  grid_code = coalesce(excluded.grid_code, household.grid_code)
                """, commands, ROWS, (row, command) -> {
            var at = Timestamp.from(recorded.at());
            var grid = command.grid();
            row.setObject(1, command.id().value());
            row.setTimestamp(2, at);
            row.setString(3, recorded.post());
            row.setTimestamp(4, at);
            row.setString(5, recorded.post());
            row.setString(6, command.place().value());
            row.setString(7, command.number());
            row.setString(8, command.address());
            row.setString(9, grid == null ? null : grid.value());
        });
    }

    /** Who lives in a household that is not entered yet lives in none. */
    void insert(List<RegisterPerson> commands, Recorded recorded) {
        database.batchUpdate("""
                insert into person (person_id, version, created_at, created_by, changed_at, changed_by,
                  place_code, name, sex, born_on, education, ethnic_group, identity_number, identity_digest, phone, household_id)
                values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                  (select h.household_id from household h where h.place_code = ? and h.number = ?))
                """, commands, ROWS, (row, command) -> {
            var at = Timestamp.from(recorded.at());
            var details = command.details();
            var number = command.identityNumber();
            var phone = command.phone();
            row.setObject(1, command.id().value());
            row.setTimestamp(2, at);
            row.setString(3, recorded.post());
            row.setTimestamp(4, at);
            row.setString(5, recorded.post());
            row.setString(6, command.place().value());
            row.setString(7, details.name());
            row.setString(8, details.sex().name());
            row.setObject(9, details.bornOn());
            row.setString(10, details.education().name());
            row.setString(11, details.ethnicGroup());
            row.setBytes(
                    12,
                    number == null ? null : cipher.encrypt(SecretField.IDENTITY_NUMBER, command.id(), number.value()));
            row.setBytes(13, number == null ? null : cipher.digest(number));
            row.setBytes(14, phone == null ? null : cipher.encrypt(SecretField.PHONE, command.id(), phone.value()));
            row.setString(15, command.place().value());
            row.setString(16, command.household());
        });
    }
}
