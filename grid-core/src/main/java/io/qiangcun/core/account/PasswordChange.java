package io.qiangcun.core.account;

import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the new password once it has been checked; hashing takes too long for a transaction. */
@Service
@Transactional
class PasswordChange {

    private final Accounts accounts;

    PasswordChange(Accounts accounts) {
        this.accounts = accounts;
    }

    void to(SignedInAccount me, String encoded) {
        var id = Objects.requireNonNull(me.actor().account());
        var account = accounts.findById(id, me.jurisdiction()).orElseThrow(() -> new AccountNotFound(id));
        account.changePassword(encoded);
        accounts.save(account);
    }
}
