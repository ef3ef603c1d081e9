package io.qiangcun.core.account;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads accounts for those who keep them. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAuthority('" + AccountAuthorities.READ + "')")
public class AccountQueries {

    private static final String ROWS = """
        select * from (
          select account.account_id, account.login, account.role, account.post, account.place_code, account.unit,
                 account.version, account.password_expires_at, place.name as place_name, holder.name as holder,
                 case when not account.enabled then 'SUSPENDED'
                      when attempt.locked_until > :now then 'LOCKED'
                      when account.must_change_password then 'NEW'
                      else 'OPEN' end as state
          from account
          join place on place.place_code = account.place_code
          join account_holder holder on holder.account_id = account.account_id and holder.held_until is null
          left join sign_in_attempt attempt
            on attempt.login_digest = encode(sha256(convert_to(account.login, 'UTF8')), 'hex')
          where account.place_code >= :lo and account.place_code < :hi) a
        """;

    private static final String FILTER = """
        where a.place_code >= :from and a.place_code < :to
          and (:text = '' or strpos(a.login, :text) > 0 or strpos(a.post, :text) > 0 or strpos(a.holder, :text) > 0)
          and (:role = '' or a.role = :role)
          and (:state = '' or a.state = :state)
        """;

    private static final String ORDER = " order by a.place_code, a.role, a.login ";

    private final JdbcClient database;
    private final Units units;
    private final Clock clock;

    AccountQueries(JdbcClient database, Units units, Clock clock) {
        this.database = database;
        this.units = units;
        this.clock = clock;
    }

    public Page<AccountRow> list(Jurisdiction jurisdiction, AccountFilter filter, Pageable page) {
        var parameters = parameters(jurisdiction, filter);
        var total = database.sql("select count(*) from (" + ROWS + FILTER + ") matching")
                .params(parameters)
                .query(Long.class)
                .single();
        var rows = database.sql(ROWS + FILTER + ORDER + "limit :limit offset :offset")
                .params(parameters)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(AccountQueries::row)
                .list();
        return new PageImpl<>(withUnitNames(rows, jurisdiction), page, total);
    }

    public List<AccountRow> all(Jurisdiction jurisdiction, AccountFilter filter) {
        var rows = database.sql(ROWS + FILTER + ORDER)
                .params(parameters(jurisdiction, filter))
                .query(AccountQueries::row)
                .list();
        return withUnitNames(rows, jurisdiction);
    }

    public AccountView find(Jurisdiction jurisdiction, AccountId id) {
        return database.sql(ROWS + "where a.account_id = :id")
                .params(parameters(jurisdiction, AccountFilter.everything()))
                .param("id", id.value())
                .query((row, index) -> new AccountView(
                        withUnitNames(List.of(row(row, index)), jurisdiction).get(0),
                        row.getLong("version"),
                        instant(row, "password_expires_at"),
                        holdings(id)))
                .optional()
                .orElseThrow(() -> new AccountNotFound(id));
    }

    /** For the forms that change it: refused to whoever may not. */
    @PreAuthorize("hasAuthority('" + AccountAuthorities.WRITE + "')")
    public AccountView kept(Jurisdiction jurisdiction, Actor actor, AccountId id) {
        var account = find(jurisdiction, id);
        if (id.equals(actor.account()) || !actor.role().keeps(account.row().role())) {
            throw new AccessDeniedException("Nobody keeps his own account, or one of his rank");
        }
        return account;
    }

    /** Which account acts for each of the organisations that have one. */
    public Map<UUID, String> loginsOf(Jurisdiction jurisdiction, Collection<UUID> unitIds) {
        if (unitIds.isEmpty()) {
            return Map.of();
        }
        var logins = new HashMap<UUID, String>();
        database.sql("""
            select unit, login from account where unit in (:units) and place_code >= :lo and place_code < :hi
            """)
                .param("units", unitIds)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(row -> {
                    logins.put(row.getObject("unit", UUID.class), row.getString("login"));
                });
        return logins;
    }

    private List<AccountRow> withUnitNames(List<AccountRow> rows, Jurisdiction jurisdiction) {
        var ids = rows.stream().flatMap(row -> Stream.ofNullable(row.unit())).toList();
        var names = units.names(jurisdiction, ids);
        return rows.stream()
                .map(row -> row.unit() == null ? row : row.withUnitName(names.getOrDefault(row.unit(), "")))
                .toList();
    }

    private List<AccountView.Holding> holdings(AccountId id) {
        return database.sql("""
            select name, held_from, held_until from account_holder where account_id = :id order by held_from desc
            """)
                .param("id", id.value())
                .query((row, index) -> new AccountView.Holding(
                        row.getString("name"),
                        row.getObject("held_from", OffsetDateTime.class).toInstant(),
                        instant(row, "held_until")))
                .list();
    }

    private Map<String, Object> parameters(Jurisdiction jurisdiction, AccountFilter filter) {
        var part = filter.place() == null ? jurisdiction : jurisdiction.narrowedTo(filter.place());
        var parameters = new HashMap<String, Object>();
        parameters.put("lo", jurisdiction.lo());
        parameters.put("hi", jurisdiction.hi());
        parameters.put("from", part.lo());
        parameters.put("to", part.hi());
        parameters.put("text", filter.text() == null ? "" : filter.text().strip());
        parameters.put("role", filter.role() == null ? "" : filter.role().name());
        parameters.put("state", filter.state() == null ? "" : filter.state().name());
        parameters.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        return parameters;
    }

    private static AccountRow row(ResultSet row, int index) throws SQLException {
        return new AccountRow(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("login"),
                RoleName.valueOf(row.getString("role")),
                row.getString("post"),
                new PlaceCode(row.getString("place_code")),
                row.getString("place_name"),
                row.getObject("unit", UUID.class),
                "",
                row.getString("holder"),
                AccountState.valueOf(row.getString("state")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
