package io.qiangcun.core.register;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.PlaceCode;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Component;

/** Writes many rows in a few statements, and the history and the persons of one. */
@Component
class RowBatch {

    private static final int ROWS = 1000;

    private static final String EDITION = """
            insert into register_row_edition (row_edition_id, row_id, place_code, number, what, cells, names, reason,
              recorded_at, recorded_by, recorded_by_person)
            select gen_random_uuid(), ?, ?, coalesce(max(number), 0) + 1, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?, ?
            from register_row_edition where row_id = ?
            """;

    private static final String PERSON = """
            insert into register_row_person (row_id, column_code, place_code, person_id) values (?, ?, ?, ?)
            on conflict (row_id, column_code) do update set person_id = excluded.person_id
            """;

    private static final String HOLDER = """
            select title from register_row
            where register_code = ? and place_code = ? and parent_id is not distinct from ? and key_value = ?
              and not voided and closed_on is null and row_id <> ?
            """;

    private final JdbcTemplate database;

    RowBatch(JdbcTemplate database) {
        this.database = database;
    }

    /** A row with its definition, ready to be written. */
    record Ready(
            PastRow row,
            RegisterDefinition definition,
            Currency currency,
            @Nullable String key) {}

    void insert(List<Ready> rows, Recorded recorded) {
        var at = Timestamp.from(recorded.at());
        database.batchUpdate("""
                insert into register_row (row_id, version, created_at, created_by, changed_at, changed_by, place_code,
                  register_code, parent_id, title, cells, names, searched, starts_on, until_on, closed_on, closing_reason,
                  voided, key_value, recorded_at, recorded_by, recorded_by_person, read_digits)
                values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?, ?, ?, false, ?, ?, ?, ?, ?)
                """, rows, ROWS, (row, ready) -> {
            var past = ready.row();
            row.setObject(1, past.id().value());
            row.setTimestamp(2, at);
            row.setString(3, recorded.post());
            row.setTimestamp(4, at);
            row.setString(5, recorded.post());
            row.setString(6, past.place().value());
            row.setString(7, past.register());
            row.setObject(8, past.parent() == null ? null : past.parent().value());
            row.setString(9, past.cells().title(ready.definition()));
            row.setString(10, TextMapConverter.written(past.cells().values()));
            row.setString(11, TextMapConverter.written(past.cells().names()));
            row.setString(12, past.cells().searched(ready.definition()));
            row.setObject(13, ready.currency().startsOn());
            row.setObject(14, ready.currency().untilOn());
            row.setObject(15, past.closedOn());
            row.setString(16, past.closingReason());
            row.setString(17, ready.key());
            row.setTimestamp(18, at);
            row.setString(19, recorded.post());
            row.setString(20, recorded.person());
            row.setObject(21, ready.definition().readDigits());
        });
        database.batchUpdate("""
                insert into register_row_edition (row_edition_id, row_id, place_code, number, what, cells, names, reason,
                  recorded_at, recorded_by, recorded_by_person)
                values (gen_random_uuid(), ?, ?, 1, 'ENTERED', cast(? as jsonb), cast(? as jsonb), '', ?, ?, ?)
                """, rows, ROWS, (row, ready) -> {
            var past = ready.row();
            row.setObject(1, past.id().value());
            row.setString(2, past.place().value());
            row.setString(3, TextMapConverter.written(past.cells().values()));
            row.setString(4, TextMapConverter.written(past.cells().names()));
            row.setTimestamp(5, at);
            row.setString(6, recorded.post());
            row.setString(7, recorded.person());
        });
        var persons = rows.stream()
                .flatMap(ready -> named(ready.row(), ready.definition()))
                .toList();
        database.batchUpdate(PERSON, persons, ROWS, (row, named) -> {
            row.setObject(1, named.row().id().value());
            row.setString(2, named.column());
            row.setString(3, named.row().place().value());
            row.setObject(4, UUID.fromString(named.row().cells().get(named.column())));
        });
    }

    private static Stream<Named> named(PastRow row, RegisterDefinition definition) {
        return definition.columns().stream()
                .filter(column -> column.kind() == RegisterColumn.Kind.PERSON
                        && row.cells().has(column.code()))
                .map(column -> new Named(row, column.code()));
    }

    private record Named(PastRow row, String column) {}

    /** That the county of the place keeps the register since the day, unless it does already. */
    void begin(PlaceCode place, String register, LocalDate on) {
        database.update(
                "insert into register_begun (county_code, register_code, begun_on) values (?, ?, ?) on conflict do nothing",
                place.county().value(),
                register,
                on);
    }

    /**
     * What the row is called that has the key already. Who asks for the same key at the same moment waits here until the
     * first has written, so that both are told who has it; the unique indexes hold in any case.
     */
    Optional<String> holder(RowId asking, String register, PlaceCode place, @Nullable RowId parent, String key) {
        var within = parent == null ? place.value() : parent.toString();
        database.query(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                locked -> {},
                String.join("|", register, within, key));
        return database
                .queryForList(
                        HOLDER,
                        String.class,
                        register,
                        place.value(),
                        new SqlParameterValue(Types.OTHER, parent == null ? null : parent.value()),
                        key,
                        asking.value())
                .stream()
                .findFirst();
    }

    /** Notes what was done about the row. */
    void note(RegisterRow row, String what, String reason, Recorded recorded) {
        var cells = row.getCells();
        database.update(
                EDITION,
                row.getId().value(),
                row.placeCode().value(),
                what,
                TextMapConverter.written(cells.values()),
                TextMapConverter.written(cells.names()),
                reason,
                Timestamp.from(recorded.at()),
                recorded.post(),
                recorded.person(),
                row.getId().value());
    }

    /** The persons it names now; who is named no longer is forgotten. */
    void relate(RegisterRow row, RegisterDefinition definition) {
        definition.columns().stream()
                .filter(column -> column.kind() == RegisterColumn.Kind.PERSON)
                .forEach(column -> {
                    var id = row.getCells().get(column.code());
                    database.update(
                            PERSON,
                            row.getId().value(),
                            column.code(),
                            row.placeCode().value(),
                            id.isEmpty() ? null : UUID.fromString(id));
                });
    }
}
