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
    private final PasswordChange change;
    private final PasswordEncoder encoder;
    private final PasswordPolicy policy = PasswordPolicy.withCommonWords();
    private final PlaceTree places;

    OwnAccount(SignedInAccounts signedIn, PasswordChange change, PasswordEncoder encoder, PlaceTree places) {
        this.signedIn = signedIn;
        this.change = change;
        this.encoder = encoder;
        this.places = places;
    }

    /** Ends all sessions of the account; the one that asked goes on with the account returned. */
    public SignedInAccount changePassword(SignedInAccount me, ChangePassword command) {
        try (var scope = Scope.as(Jurisdiction.within(me.place()))) {
            var present = signedIn.find(me.getUsername()).orElseThrow();
            if (!encoder.matches(command.current(), present.getPassword())) {
                throw new CurrentPasswordWrong();
            }
            policy.check(command.next(), wordsAbout(me));
            if (command.next().equals(command.current())) {
                throw new PasswordRefused("core.account.password.unchanged");
            }
            change.to(present, encoder.encode(command.next()));
            return signedIn.find(me.getUsername()).orElseThrow().withoutPassword();
        }
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
