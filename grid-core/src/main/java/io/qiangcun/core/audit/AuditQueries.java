package io.qiangcun.core.audit;

import io.qiangcun.core.place.Jurisdiction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the trail for auditors. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAuthority('" + AuditAuthorities.READ + "')")
public class AuditQueries {

    private static final String MATCHING = """
        from audit_entry e join place on place.place_code = e.place_code
        where e.place_code >= :lo and e.place_code < :hi
          and e.happened_at >= :since and e.happened_at < :before
          and (:login = '' or starts_with(e.login, :login))
          and (:type = '' or e.type = :type)
        """;

    private static final String ROWS = """
        select e.audit_entry_id, e.happened_at, e.login, e.post, e.holder, place.name as place_name, e.type, e.subject,
               e.payload::text as payload, e.request
        """ + MATCHING + " order by e.happened_at desc, e.audit_entry_id desc ";

    private final JdbcClient database;
    private final Clock clock;

    AuditQueries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Page<AuditRow> list(Jurisdiction jurisdiction, AuditFilter filter, Pageable page) {
        var parameters = parameters(jurisdiction, filter);
        var total = database.sql("select count(*) " + MATCHING)
                .params(parameters)
                .query(Long.class)
                .single();
        var rows = database.sql(ROWS + "limit :limit offset :offset")
                .params(parameters)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(AuditQueries::row)
                .list();
        return new PageImpl<>(rows, page, total);
    }

    /** The latest that match, at most so many. */
    public List<AuditRow> latest(Jurisdiction jurisdiction, AuditFilter filter, int most) {
        return database.sql(ROWS + "limit :limit")
                .params(parameters(jurisdiction, filter))
                .param("limit", most)
                .query(AuditQueries::row)
                .list();
    }

    /** The kinds of event that have ever happened; jumps from one to the next along the index. */
    public List<String> types(Jurisdiction jurisdiction) {
        return database
                .sql("""
            with recursive kinds as (
              (select type from audit_entry where place_code >= :lo and place_code < :hi order by type limit 1)
              union all
              select (select e.type from audit_entry e
                      where e.place_code >= :lo and e.place_code < :hi and e.type > kinds.type order by e.type limit 1)
              from kinds where kinds.type is not null)
            select type from kinds where type is not null
            """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(String.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private Map<String, Object> parameters(Jurisdiction jurisdiction, AuditFilter filter) {
        var part = filter.place() == null ? jurisdiction : jurisdiction.narrowedTo(filter.place());
        var parameters = new HashMap<String, Object>();
        parameters.put("lo", part.lo());
        parameters.put("hi", part.hi());
        parameters.put("since", startOf(filter.from()));
        parameters.put("before", startOf(filter.to().plusDays(1)));
        parameters.put("login", filter.login() == null ? "" : filter.login().strip());
        parameters.put("type", filter.type() == null ? "" : filter.type());
        return parameters;
    }

    private OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private static AuditRow row(ResultSet row, int index) throws SQLException {
        return new AuditRow(
                row.getLong("audit_entry_id"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("login"),
                row.getString("post"),
                row.getString("holder"),
                row.getString("place_name"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("payload"),
                row.getString("request"));
    }
}
