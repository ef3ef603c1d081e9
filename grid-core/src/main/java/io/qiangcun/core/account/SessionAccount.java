package io.qiangcun.core.account;

import io.qiangcun.core.place.Jurisdiction;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The account of the security context. */
@Component
class SessionAccount implements CurrentAccount {

    @Override
    public Jurisdiction jurisdiction() {
        return signedIn().map(SignedInAccount::jurisdiction).orElseGet(Jurisdiction::nowhere);
    }

    /** An auditor looks on. */
    @Override
    public Jurisdiction writes() {
        return signedIn()
                .filter(account -> account.actor().role() != RoleName.AUDITOR)
                .map(SignedInAccount::jurisdiction)
                .orElseGet(Jurisdiction::nowhere);
    }

    @Override
    public Actor actor() {
        return signedIn().map(SignedInAccount::actor).orElseGet(Actor::system);
    }

    @Override
    public boolean may(String authority) {
        return signedIn().filter(account -> account.may(authority)).isPresent();
    }

    private static Optional<SignedInAccount> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInAccount account
                ? Optional.of(account)
                : Optional.empty();
    }
}
