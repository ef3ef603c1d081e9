package io.qiangcun.core.people;

import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Remembers by its fingerprint which key the encrypted fields of this database were written under. */
@Service
@Transactional
class PeopleKeyRegister {

    private final JdbcClient database;
    private final PeopleCipher cipher;

    PeopleKeyRegister(JdbcClient database, PeopleCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    public void check() {
        database.sql("insert into people_key (only_row, fingerprint) values (true, :own) on conflict do nothing")
                .param("own", cipher.fingerprint())
                .update();
        var known = database.sql("select fingerprint from people_key")
                .query(byte[].class)
                .single();
        if (!Arrays.equals(known, cipher.fingerprint())) {
            throw new PeopleKeyUnusable("The key is not the one that this database's persons were encrypted under");
        }
    }
}
