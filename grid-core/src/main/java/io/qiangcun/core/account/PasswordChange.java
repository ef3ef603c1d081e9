package io.qiangcun.core.account;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the new password once it has been checked; hashing takes too long for a transaction. */
@Service
@Transactional
class PasswordChange {

    private final Accounts accounts;
    private final JdbcClient database;

    PasswordChange(Accounts accounts, JdbcClient database) {
        this.accounts = accounts;
        this.database = database;
    }

    void to(SignedInAccount me, String encoded) {
        var id = Objects.requireNonNull(me.actor().account());
        var account = accounts.findById(id, me.jurisdiction()).orElseThrow(() -> new AccountNotFound(id));
        account.changePassword(encoded);
        accounts.save(account);
    }

    /** The same password, kept more safely: nothing that anybody needs to know, and nothing if it has changed since. */
    void rehashed(SignedInAccount me, String encoded) {
        database.sql("update account set password = :encoded where account_id = :id and password = :before")
                .param("encoded", encoded)
                .param("id", Objects.requireNonNull(me.actor().account()).value())
                .param("before", me.getPassword())
                .update();
    }
}
