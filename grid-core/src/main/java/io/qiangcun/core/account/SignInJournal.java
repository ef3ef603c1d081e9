package io.qiangcun.core.account;

import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts on record who comes and goes and who is refused, whatever becomes of the request. */
@Service
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class SignInJournal {

    private final ApplicationEventPublisher events;

    SignInJournal(ApplicationEventPublisher events) {
        this.events = events;
    }

    public void signedIn(SignedInAccount account) {
        events.publishEvent(new SignInSucceeded(id(account), account.place(), account.getUsername()));
    }

    public void signedOut(SignedInAccount account) {
        events.publishEvent(new SignedOut(id(account), account.place(), account.getUsername()));
    }

    public void refused(SignedInAccount account, String asked) {
        events.publishEvent(new AccessRefused(id(account), account.place(), account.getUsername(), asked));
    }

    private static AccountId id(SignedInAccount account) {
        return Objects.requireNonNull(account.actor().account());
    }
}
