package io.qiangcun.grid.broadcast;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes round: lets what is due be brought, and closes what nobody fetched. One speaker that fails stops no other. */
@Component
class BroadcastRounds {

    private static final Logger LOG = LoggerFactory.getLogger(BroadcastRounds.class);

    private final Map<String, BroadcastAdapter> adapters;
    private final SpeakerQueue queue;
    private final JdbcClient database;
    private final TransactionTemplate reading;

    BroadcastRounds(
            List<BroadcastAdapter> adapters,
            SpeakerQueue queue,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.adapters = adapters.stream().collect(Collectors.toMap(BroadcastAdapter::code, Function.identity()));
        this.queue = queue;
        this.database = database;
        this.reading = new TransactionTemplate(transactions);
    }

    void go(Jurisdiction jurisdiction) {
        queue.tidy(jurisdiction);
        var waiting = reading.execute(status -> database.sql("""
                        select distinct s.speaker_id, s.place_code, s.adapter
                        from grid_broadcast_delivery d join grid_speaker s on s.speaker_id = d.speaker_id
                        where d.place_code >= :lo and d.place_code < :hi and d.state = 'WAITING' and s.adapter <> :pull
                        """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("pull", PullAdapter.CODE)
                .query(Waiting.class)
                .list());
        for (var speaker : waiting) {
            var adapter = adapters.get(speaker.adapter());
            if (adapter != null) {
                try {
                    adapter.bring(
                            Jurisdiction.within(new PlaceCode(speaker.placeCode())),
                            new SpeakerId(speaker.speakerId()),
                            queue);
                } catch (RuntimeException failed) {
                    LOG.warn("The speaker {} cannot be reached", speaker.speakerId(), failed);
                }
            }
        }
    }

    private record Waiting(UUID speakerId, String placeCode, String adapter) {}
}
