package io.qiangcun.core.warning;

import io.qiangcun.core.account.Actor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the history of a warning: which post and which person did what. */
@Service
@Transactional
class WarningLog {

    private final JdbcClient database;
    private final Clock clock;

    WarningLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** False if the warning knows this batch already: the same form sent twice. */
    boolean write(EarlyWarning warning, ActionKind kind, Actor by, @Nullable String note, @Nullable UUID batch) {
        var account = by.account();
        return database.sql("""
                insert into warning_action
                  (action_id, warning_id, place_code, kind, at, account_id, post, holder, note, level, holder_level, batch)
                values (:id, :warning, :place, :kind, :at, :account, :post, :holder, :note, :level, :holderLevel, :batch)
                on conflict (place_code, warning_id, batch) where batch is not null do nothing
                """)
                        .param("id", UUID.randomUUID())
                        .param("warning", warning.getId().value())
                        .param("place", warning.placeCode().value())
                        .param("kind", kind.name())
                        .param("at", OffsetDateTime.now(clock))
                        .param("account", account == null ? null : account.value())
                        .param("post", by.post())
                        .param("holder", by.holder())
                        .param("note", note)
                        .param("level", warning.getLevel().name())
                        .param("holderLevel", warning.getHolderLevel().name())
                        .param("batch", batch)
                        .update()
                == 1;
    }

    void write(EarlyWarning warning, ActionKind kind, Actor by, @Nullable String note) {
        write(warning, kind, by, note, null);
    }
}
