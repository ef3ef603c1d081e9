package io.qiangcun.testkit;

import io.qiangcun.core.account.AccountService;
import io.qiangcun.core.account.OpenAccount;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Accounts that really sign in, for tests of the door itself; all others use {@link SignedIn}. */
@Component
public class AccountFixtures {

    public static final String PASSWORD = "Pl4in-sailing-home";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final AccountService accounts;
    private final String encoded;

    AccountFixtures(AccountService accounts, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.encoded = encoder.encode(PASSWORD);
    }

    /** Opens an account nobody has used yet and returns its login. */
    public String openedAt(PlaceCode place, RoleName role) {
        var login = role.name().toLowerCase(Locale.ROOT) + "-no-%05d".formatted(COUNT.incrementAndGet());
        var jurisdiction = Jurisdiction.within(place);
        try (var scope = Scope.as(jurisdiction)) {
            accounts.openAll(
                    jurisdiction,
                    List.of(new OpenAccount(place, role, login, "Post of " + login, "Holder of " + login, null)),
                    encoded);
        }
        return login;
    }
}
