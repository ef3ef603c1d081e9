package io.qiangcun.core.warning;

import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.calendar.WorkingDays;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads warnings: the list of who needs help first, one warning with its explanation, and counts. */
@Service
@Transactional(readOnly = true)
public class WarningQueries {

    private static final String ROW = """
            select w.*, p.name as place_name, t.name as township_name, coalesce(h.name, w.holder_place) as holder_name
            from warning w
              join place p on p.place_code = w.place_code
              left join place t on t.place_code = left(w.place_code, 9) and length(w.place_code) > 9
              left join place h on h.place_code = w.holder_place
            where w.place_code >= :lo and w.place_code < :hi
            """;

    /** Graver first, then whoever has waited longest. */
    private static final String WHO_NEEDS_HELP_FIRST = """
            order by array_position(array['RED', 'ORANGE', 'YELLOW', 'BLUE'], w.level), w.due_on, w.place_code, w.rule_code,
              w.subject
            """;

    private static final String LATEST_FIRST = "order by w.ended_on desc, w.place_code, w.rule_code, w.subject";

    private final JdbcClient database;
    private final WarningExplanations explanations;
    private final WorkingCalendar calendar;
    private final JsonMapper json;
    private final Clock clock;

    WarningQueries(
            JdbcClient database,
            WarningExplanations explanations,
            WorkingCalendar calendar,
            JsonMapper json,
            Clock clock) {
        this.database = database;
        this.explanations = explanations;
        this.calendar = calendar;
        this.json = json;
        this.clock = clock;
    }

    @PreAuthorize("hasAuthority('" + WarningAuthorities.READ + "')")
    public Page<WarningRow> list(Jurisdiction jurisdiction, WarningFilter filter, Pageable page) {
        return listed(jurisdiction, filter).page(database, order(filter), page, rowMapper());
    }

    /** The first of them, without counting the others. */
    @PreAuthorize("hasAuthority('" + WarningAuthorities.READ + "')")
    public List<WarningRow> first(Jurisdiction jurisdiction, WarningFilter filter, int limit) {
        return listed(jurisdiction, filter).first(database, order(filter), limit, rowMapper());
    }

    private static String order(WarningFilter filter) {
        return filter.ended() ? LATEST_FIRST : WHO_NEEDS_HELP_FIRST;
    }

    private RowMapper<WarningRow> rowMapper() {
        var today = LocalDate.now(clock);
        var workingDays = calendar.workingDays();
        return (rs, i) -> row(rs, today, workingDays);
    }

    @PreAuthorize("hasAuthority('" + WarningAuthorities.READ + "')")
    public WarningDetail show(Jurisdiction jurisdiction, WarningId id) {
        var today = LocalDate.now(clock);
        var workingDays = calendar.workingDays();
        var history = history(jurisdiction, id);
        return database.sql(ROW + " and w.warning_id = :id")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("id", id.value())
                .query((rs, i) -> detail(rs, row(rs, today, workingDays), history, today))
                .optional()
                .orElseThrow(() -> new WarningNotFound(id));
    }

    /** Who is urged: every open one that the filter shows, up to a number of them. */
    @PreAuthorize("hasAuthority('" + WarningAuthorities.SUPERVISE + "')")
    public List<WarningId> ids(Jurisdiction jurisdiction, WarningFilter filter, int limit) {
        return listed(jurisdiction, filter)
                .first(
                        database,
                        WHO_NEEDS_HELP_FIRST,
                        limit,
                        (rs, i) -> new WarningId(rs.getObject("warning_id", UUID.class)));
    }

    /** Open warnings by level. */
    public Map<WarningLevel, Long> openByLevel(Jurisdiction jurisdiction) {
        var counts = new HashMap<WarningLevel, Long>();
        database.sql("""
            select level, count(*) as number from warning
            where ended_at is null and place_code >= :lo and place_code < :hi group by level
            """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(rs -> {
                    counts.put(WarningLevel.valueOf(rs.getString("level")), rs.getLong("number"));
                });
        return counts;
    }

    private static ScopedList listed(Jurisdiction jurisdiction, WarningFilter filter) {
        var place = filter.place();
        return ScopedList.of(ROW, place == null ? jurisdiction : jurisdiction.narrowedTo(place))
                .and(filter.ended() ? "w.status = 'CLEARED'" : "w.ended_at is null")
                .and("w.level = :level", "level", filter.level())
                .and("w.rule_code = :rule", "rule", filter.rule())
                .and("w.status = :status", "status", filter.status())
                .and("w.holder_level = :holder", "holder", filter.holder())
                .andIf(filter.own(), "w.place_code = :lo")
                .andIf(filter.appealed(), "w.appeal = 'PENDING'")
                .and(
                        "strpos(concat_ws(' ', p.name, t.name, array_to_string(w.title, ' ')), :text) > 0",
                        "text",
                        filter.text());
    }

    private List<WarningDetail.Action> history(Jurisdiction jurisdiction, WarningId id) {
        return database.sql("""
            select kind, at, post, holder, note, level, holder_level from warning_action
            where warning_id = :id and place_code >= :lo and place_code < :hi order by action_no
            """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((rs, i) -> new WarningDetail.Action(
                        ActionKind.valueOf(rs.getString("kind")),
                        requiredInstant(rs, "at"),
                        rs.getString("post"),
                        rs.getString("holder"),
                        rs.getString("note"),
                        WarningLevel.valueOf(rs.getString("level")),
                        HolderLevel.valueOf(rs.getString("holder_level"))))
                .list();
    }

    private WarningDetail detail(ResultSet rs, WarningRow row, List<WarningDetail.Action> history, LocalDate today)
            throws SQLException {
        var endedOn = row.endedOn();
        var holders = explanations.holders(row.place());
        var clock = explanations.explain(row.rule(), row.place(), row.dueOn(), endedOn == null ? today : endedOn);
        return new WarningDetail(
                row,
                Finding.Basis.of(rs),
                json.readValue(rs.getString("facts"), new TypeReference<List<Finding.Fact>>() {}),
                rs.getString("remedy_href"),
                requiredInstant(rs, "held_since"),
                rs.getString("urged_by"),
                rs.getString("appeal_reason"),
                rs.getString("cleared_by_href"),
                rs.getObject("cleared_by_id", UUID.class),
                clock,
                explanations.inWords(clock, holders, endedOn == null),
                holders,
                history);
    }

    private static WarningRow row(ResultSet rs, LocalDate today, WorkingDays workingDays) throws SQLException {
        var dueOn = rs.getObject("due_on", LocalDate.class);
        var appeal = rs.getString("appeal");
        return new WarningRow(
                new WarningId(rs.getObject("warning_id", UUID.class)),
                new PlaceCode(rs.getString("place_code")),
                rs.getString("place_name"),
                rs.getString("township_name"),
                rs.getString("rule_code"),
                Arrays.asList((String[]) rs.getArray("title").getArray()),
                dueOn,
                workingDays.between(dueOn, today),
                WarningLevel.valueOf(rs.getString("level")),
                HolderLevel.valueOf(rs.getString("holder_level")),
                rs.getString("holder_name"),
                WarningStatus.valueOf(rs.getString("status")),
                rs.getObject("found_on", LocalDate.class),
                rs.getObject("ended_on", LocalDate.class),
                rs.getInt("urges"),
                instant(rs, "urged_at"),
                rs.getString("urge_note"),
                rs.getObject("expected_on", LocalDate.class),
                appeal == null ? null : Appeal.valueOf(appeal));
    }

    private static Instant requiredInstant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
