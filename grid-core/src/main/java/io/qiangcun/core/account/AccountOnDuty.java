package io.qiangcun.core.account;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Lets a command of the jar act for an account, with its rights and within its jurisdiction. No password is asked: whoever
 * starts commands has the database at hand anyway. Pages never use it.
 */
@Component
public class AccountOnDuty {

    private final SignedInAccounts accounts;

    AccountOnDuty(SignedInAccounts accounts) {
        this.accounts = accounts;
    }

    /** The thread acts for the account until this is closed. */
    public interface Duty extends AutoCloseable {

        @Override
        void close();
    }

    /** @throws IllegalArgumentException if there is no such account, or it is suspended */
    public Duty of(String login) {
        var account = accounts.find(login)
                .filter(SignedInAccount::isEnabled)
                .orElseThrow(() -> new IllegalArgumentException("No account is called " + login))
                .withoutPassword();
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
}
