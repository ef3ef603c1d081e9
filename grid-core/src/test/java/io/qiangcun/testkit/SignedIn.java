package io.qiangcun.testkit;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.account.AccountId;
import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.place.PlaceCode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Says for whom a request of a page test runs: {@code mvc.get().uri(…).with(SignedIn.at(east))}; else for nobody. The
 * role follows from the level of the place and brings the authorities that the migrations give it. Brings a CSRF token
 * along.
 */
public final class SignedIn {

    private static final Map<String, AccountId> OPENED = new ConcurrentHashMap<>();

    private SignedIn() {}

    public static RequestPostProcessor at(PlaceCode place) {
        return as(roleAt(place), place, null);
    }

    public static RequestPostProcessor as(RoleName role, PlaceCode place) {
        return as(role, place, null);
    }

    /** Acts for an organisation. */
    public static RequestPostProcessor as(RoleName role, PlaceCode place, @Nullable UUID unit) {
        return request -> {
            var context = WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
            var database = context.getBean(JdbcClient.class);
            var account = StatementCounter.uncounted(() -> opened(
                    account(database, role, place, unit), database, context.getBean(PlatformTransactionManager.class)));
            var signedIn = UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
            return csrf().postProcessRequest(authentication(signedIn).postProcessRequest(request));
        };
    }

    /** Enters the account's scope and security context on this thread, for tests that call services. */
    public static Scope.Held here(JdbcClient database, PlaceCode place, @Nullable UUID unit) {
        var account = account(database, roleAt(place), place, unit);
        var outer = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        SecurityContextHolder.setContext(context);
        var scope = Scope.as(account.jurisdiction());
        return () -> {
            scope.close();
            SecurityContextHolder.setContext(outer);
        };
    }

    private static SignedInAccount account(JdbcClient database, RoleName role, PlaceCode place, @Nullable UUID unit) {
        var rights = database.sql("select authority from role_authority where role = :role")
                .param("role", role.name())
                .query(String.class)
                .set();
        // the same post at the same place is the same account, as in life
        var id = new AccountId(UUID.nameUUIDFromBytes((role + place.value()).getBytes(StandardCharsets.UTF_8)));
        var actor = new Actor(
                id,
                role.name().toLowerCase(Locale.ROOT) + "-" + place,
                "Post at " + place,
                "Holder at " + place,
                role,
                unit);
        return new SignedInAccount(actor, place, "Place " + place, Set.copyOf(rights), "", true, false, false, 0);
    }

    /** A session whose account is not in the database would end at once. */
    private static SignedInAccount opened(
            SignedInAccount account, JdbcClient database, PlatformTransactionManager manager) {
        var id = OPENED.computeIfAbsent(account.getUsername(), login -> {
            try (var scope = Scope.as(account.jurisdiction())) {
                return new TransactionTemplate(manager).execute(status -> insert(account, database));
            }
        });
        var actor = account.actor();
        return new SignedInAccount(
                new Actor(id, actor.login(), actor.post(), actor.holder(), actor.role(), actor.unit()),
                account.place(),
                account.placeName(),
                account.rights(),
                "",
                true,
                false,
                false,
                0);
    }

    private static AccountId insert(SignedInAccount account, JdbcClient database) {
        var id = database.sql("""
            insert into account (account_id, place_code, version, created_at, created_by, changed_at, changed_by, login,
              role, post, password, must_change_password, enabled, stamp)
            values (:id, :place, 0, now(), 'test', now(), 'test', :login, :role, :post, '', false, true, 0)
            on conflict (login) do update set login = excluded.login
            returning account_id
            """)
                .param("id", Objects.requireNonNull(account.actor().account()).value())
                .param("place", account.place().value())
                .param("login", account.getUsername())
                .param("role", account.actor().role().name())
                .param("post", account.actor().post())
                .query(UUID.class)
                .single();
        database.sql("""
            insert into account_holder (account_holder_id, account_id, place_code, name, held_from)
            values (gen_random_uuid(), :id, :place, :holder, now())
            on conflict do nothing
            """)
                .param("id", id)
                .param("place", account.place().value())
                .param("holder", account.actor().holder())
                .update();
        return new AccountId(id);
    }

    private static RoleName roleAt(PlaceCode place) {
        return switch (place.kind()) {
            case PROVINCE, PREFECTURE, COUNTY -> RoleName.COUNTY;
            case TOWNSHIP -> RoleName.TOWNSHIP;
            case VILLAGE -> RoleName.VILLAGE;
            case GRID, MICRO_GRID -> RoleName.GRID;
        };
    }
}
