package io.qiangcun.core.account;

import io.qiangcun.core.place.Jurisdiction;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says for which account a token speaks, as that account is at this moment. */
@Component
public class TokenDoor {

    private final ApiTokens tokens;
    private final SignedInAccounts accounts;

    TokenDoor(ApiTokens tokens, SignedInAccounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    /** Nothing if the token or its account is no longer good. */
    public Optional<SignedInAccount> open(String token) {
        try (var anywhere = Scope.as(Jurisdiction.everywhere(), Jurisdiction.nowhere())) {
            return tokens.login(token)
                    .flatMap(accounts::find)
                    .filter(account -> account.isEnabled() && !account.mustChangePassword())
                    .map(SignedInAccount::withoutPassword);
        }
    }
}
