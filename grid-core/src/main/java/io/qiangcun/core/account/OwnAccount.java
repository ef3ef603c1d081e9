package io.qiangcun.core.account;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** What everybody may do with the account he is signed in to, also one whose role changes nothing else. */
@Service
public class OwnAccount {

    private final SignedInAccounts signedIn;
    private final SignInAttempts attempts;
    private final PasswordChange change;
    private final PasswordEncoder encoder;
    private final PasswordPolicy policy = PasswordPolicy.withCommonWords();
    private final PlaceTree places;

    OwnAccount(
            SignedInAccounts signedIn,
            SignInAttempts attempts,
            PasswordChange change,
            PasswordEncoder encoder,
            PlaceTree places) {
        this.signedIn = signedIn;
        this.attempts = attempts;
        this.change = change;
        this.encoder = encoder;
        this.places = places;
    }

    /** Ends all sessions of the account; the one that asked goes on with the account returned. */
    public SignedInAccount changePassword(SignedInAccount me, ChangePassword command) {
        try (var scope = Scope.as(Jurisdiction.within(me.place()))) {
            var present = signedIn.find(me.getUsername()).orElseThrow();
            requireCurrent(command.current(), present);
            policy.check(command.next(), wordsAbout(me));
            if (command.next().equals(command.current())) {
                throw new PasswordRefused("core.account.password.unchanged");
            }
            change.to(present, encoder.encode(command.next()));
            return signedIn.find(me.getUsername()).orElseThrow().withoutPassword();
        }
    }

    /** Counted like sign-ins: a screen left alone is no way to guess the password. */
    private void requireCurrent(String typed, SignedInAccount present) {
        attempts.begin(present.getUsername()).ifPresent(left -> {
            throw new TooManyAttempts(SignInLockedOut.minutes(left));
        });
        if (!encoder.matches(typed, present.getPassword())) {
            attempts.failed(present.getUsername(), SignInFailed.Reason.WRONG_PASSWORD);
            throw new CurrentPasswordWrong();
        }
        attempts.succeeded(present.getUsername());
    }

    private List<String> wordsAbout(SignedInAccount me) {
        var words = new ArrayList<>(List.of(
                me.getUsername(),
                me.actor().post(),
                me.actor().holder(),
                me.place().value()));
        places.path(me.place()).forEach(place -> words.add(place.name()));
        return words;
    }
}
