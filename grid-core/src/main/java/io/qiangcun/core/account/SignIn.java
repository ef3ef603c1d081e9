package io.qiangcun.core.account;

import io.qiangcun.core.account.SignInFailed.Reason;
import io.qiangcun.core.place.Jurisdiction;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Lets people in by login and password, counts failures, and takes the same time whether the login exists or not. */
@Component
public class SignIn implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    /** More than anybody is allowed to choose; not worth a hash. */
    private static final int LONGEST_PASSWORD_READ = 200;

    private final SignedInAccounts accounts;
    private final SignInAttempts attempts;
    private final ByPassword byPassword;

    SignIn(SignedInAccounts accounts, SignInAttempts attempts, PasswordChange change, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.byPassword = new ByPassword(this::account, change, encoder);
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var login = normalised(typed.getName());
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            attempts.begin(login).ifPresent(left -> {
                throw new SignInLockedOut(left);
            });
            return judge(login, String.valueOf(typed.getCredentials()));
        }
    }

    private Authentication judge(String login, String password) {
        try {
            if (password.length() > LONGEST_PASSWORD_READ) {
                throw new BadCredentialsException("Longer than any password");
            }
            var signedIn =
                    byPassword.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(login, password));
            attempts.succeeded(login);
            return signedIn;
        } catch (BadCredentialsException wrong) {
            attempts.failed(login, Reason.WRONG_PASSWORD);
            throw wrong;
        } catch (DisabledException suspended) {
            attempts.refused(login, Reason.SUSPENDED);
            throw suspended;
        } catch (CredentialsExpiredException expired) {
            attempts.refused(login, Reason.PASSWORD_EXPIRED);
            throw expired;
        } catch (SignInBusy busy) {
            attempts.withdraw(login);
            throw busy;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private SignedInAccount account(String login) {
        return accounts.find(login).orElseThrow(() -> UsernameNotFoundException.fromUsername(login));
    }

    /** Logins are lower case; a phone's keyboard likes to begin with a capital and to end with a space. */
    static String normalised(String typed) {
        var login = typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\p{Cntrl}", "");
        return login.substring(0, Math.min(64, login.length()));
    }

    /** Says that an account is suspended only to somebody who knows its password. */
    private static final class ByPassword extends DaoAuthenticationProvider {

        private final PasswordChange change;
        private final PasswordEncoder encoder;

        ByPassword(UserDetailsService accounts, PasswordChange change, PasswordEncoder encoder) {
            super(accounts);
            this.change = change;
            this.encoder = encoder;
            setPasswordEncoder(encoder);
            setPreAuthenticationChecks(account -> {});
            setPostAuthenticationChecks(ByPassword::check);
        }

        private static void check(UserDetails account) {
            if (!account.isEnabled()) {
                throw new DisabledException("Suspended");
            }
            if (!account.isCredentialsNonExpired()) {
                throw new CredentialsExpiredException("The one-time password is too old");
            }
        }

        @Override
        protected Authentication createSuccessAuthentication(
                Object principal, Authentication typed, UserDetails account) {
            var signedIn = (SignedInAccount) account;
            if (encoder.upgradeEncoding(account.getPassword())) {
                rehash(signedIn, String.valueOf(typed.getCredentials()));
            }
            var kept = signedIn.withoutPassword();
            return UsernamePasswordAuthenticationToken.authenticated(kept, null, kept.getAuthorities());
        }

        /** Only now is the password known; when too many wait for a hash, the next sign-in will do. */
        private void rehash(SignedInAccount account, String password) {
            try {
                change.rehashed(account, Objects.requireNonNull(encoder.encode(password)));
            } catch (SignInBusy later) {
                LOG.info("Password of {} is hashed anew another time", account.getUsername());
            }
        }
    }
}
