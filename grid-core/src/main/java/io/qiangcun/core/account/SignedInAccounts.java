package io.qiangcun.core.account;

import io.qiangcun.core.place.PlaceCode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads accounts for sign-in, when no jurisdiction is known yet; used by nothing else. */
@Repository
@Transactional(readOnly = true)
class SignedInAccounts {

    private final JdbcClient database;
    private final Clock clock;

    SignedInAccounts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<SignedInAccount> find(String login) {
        return database.sql("""
            select account.account_id, account.place_code, place.name as place_name, account.login, account.role,
                   account.post, account.unit, account.password, account.must_change_password,
                   coalesce(account.password_expires_at < :now, false) as password_expired, account.enabled,
                   account.stamp, holder.name as holder,
                   array(select authority from role_authority where role_authority.role = account.role) as rights
            from account
            join place on place.place_code = account.place_code
            join account_holder holder on holder.account_id = account.account_id and holder.held_until is null
            where account.login = :login
            """)
                .param("login", login)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, index) -> new SignedInAccount(
                        new Actor(
                                new AccountId(row.getObject("account_id", UUID.class)),
                                row.getString("login"),
                                row.getString("post"),
                                row.getString("holder"),
                                RoleName.valueOf(row.getString("role")),
                                row.getObject("unit", UUID.class)),
                        new PlaceCode(row.getString("place_code")),
                        row.getString("place_name"),
                        Set.of((String[]) row.getArray("rights").getArray()),
                        row.getString("password"),
                        row.getBoolean("enabled"),
                        row.getBoolean("password_expired"),
                        row.getBoolean("must_change_password"),
                        row.getInt("stamp")))
                .optional();
    }

    /** The stamp of an account that may go on; nothing if it is suspended or gone. */
    Optional<Integer> findStamp(AccountId account) {
        return database.sql("select stamp from account where account_id = :account and enabled")
                .param("account", account.value())
                .query(Integer.class)
                .optional();
    }
}
