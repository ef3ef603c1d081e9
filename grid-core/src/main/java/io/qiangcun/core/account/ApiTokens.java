package io.qiangcun.core.account;

import io.qiangcun.core.domain.Sha256;
import io.qiangcun.core.parameter.RuleParameters;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens by which another system acts for an account, and sees and does what the account may. Everybody issues and revokes
 * those of his own account; 256 bits of chance need no slow digest.
 */
@Service
@Transactional
public class ApiTokens {

    private static final String PREFIX = "qc_";
    private static final int BYTES = 32;
    private static final int MOST = 10;
    private static final int LONGEST = 60;

    private final RuleParameters parameters;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(RuleParameters parameters, JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.parameters = parameters;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** @return the token at the only moment at which it is known */
    public String issue(SignedInAccount account, String name) {
        if (name.isBlank()) {
            throw new TokenRefused("name", "no-name");
        }
        if (of(account).stream().filter(row -> row.isOpen(today())).count() >= MOST) {
            throw new TokenRefused("name", "too-many", MOST);
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = TokenId.next();
        database.sql("""
                insert into api_token (token_id, place_code, account_id, name, digest, issued_at, issued_by, last_day)
                values (:id, :place, :account, :name, :digest, :at, :by, :last)
                """)
                .param("id", id.value())
                .param("place", account.place().value())
                .param("account", idOf(account))
                .param("name", name.strip().substring(0, Math.min(name.strip().length(), LONGEST)))
                .param("digest", digest(token))
                .param("at", OffsetDateTime.now(clock))
                .param("by", account.actor().holder())
                .param("last", today().plusDays(parameters.wholeNumber("core.api-token-days", today())))
                .update();
        events.publishEvent(new TokenIssued(id, account.place(), account.getUsername()));
        return token;
    }

    public void revoke(SignedInAccount account, TokenId id) {
        var before = database.sql("""
                select revoked_at from api_token where token_id = :id and account_id = :account for update
                """)
                .param("id", id.value())
                .param("account", idOf(account))
                .query((row, index) -> Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class)))
                .optional()
                .orElseThrow(() -> new TokenNotFound(id));
        if (before.isEmpty()) {
            database.sql("update api_token set revoked_at = :at where token_id = :id")
                    .param("at", OffsetDateTime.now(clock))
                    .param("id", id.value())
                    .update();
            events.publishEvent(new TokenRevoked(id, account.place(), account.getUsername()));
        }
    }

    /** Latest first. */
    @Transactional(readOnly = true)
    public List<TokenRow> of(SignedInAccount account) {
        return database.sql("""
                select token_id, name, issued_at, last_day, revoked_at from api_token
                where account_id = :account order by issued_at desc
                """)
                .param("account", idOf(account))
                .query(TokenRow.class)
                .list();
    }

    /** Whatever the place; only {@link TokenDoor} asks. */
    @Transactional(readOnly = true)
    Optional<String> login(String token) {
        return database.sql("""
                select a.login from api_token t join account a on a.account_id = t.account_id
                where t.digest = :digest and t.revoked_at is null and t.last_day >= :today
                """)
                .param("digest", digest(token))
                .param("today", today())
                .query(String.class)
                .optional();
    }

    private static UUID idOf(SignedInAccount account) {
        var id = account.actor().account();
        if (id == null) {
            throw new IllegalStateException("No account issues tokens without being one");
        }
        return id.value();
    }

    private static String digest(String token) {
        return Sha256.hex("api-token:", token);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
