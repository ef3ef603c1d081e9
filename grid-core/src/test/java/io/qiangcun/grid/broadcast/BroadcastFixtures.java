package io.qiangcun.grid.broadcast;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.grid.broadcast.BroadcastService.WriteMessage;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Speakers and messages as tests want them. */
@Component
public class BroadcastFixtures {

    private final BroadcastService service;
    private final TestClock clock;
    private final CurrentAccount current;
    private final JdbcClient database;

    BroadcastFixtures(BroadcastService service, TestClock clock, CurrentAccount current, JdbcClient database) {
        this.service = service;
        this.clock = clock;
        this.current = current;
        this.database = database;
    }

    public SpeakerId speakerAt(PlaceCode village, String name) {
        var id = new SpeakerId(UUID.randomUUID());
        try (var here = SignedIn.here(database, village.parent().orElseThrow(), null)) {
            service.install(
                    current.jurisdiction(), current.actor(), id, village, name, "By the gate", PullAdapter.CODE);
        }
        return id;
    }

    public String tokenOf(PlaceCode village, SpeakerId speaker) {
        try (var here = SignedIn.here(database, village.parent().orElseThrow(), null)) {
            return service.issueToken(current.jurisdiction(), speaker);
        }
    }

    /** From now on for an hour. */
    public BroadcastId written(PlaceCode village, String title, boolean emergency) {
        var id = new BroadcastId(UUID.randomUUID());
        try (var here = SignedIn.here(database, village, null)) {
            service.write(
                    current.jurisdiction(),
                    current.actor(),
                    new WriteMessage(
                            id,
                            title,
                            "Water comes",
                            emergency,
                            List.of(village),
                            clock.instant(),
                            clock.instant().plus(Duration.ofHours(1))));
        }
        return id;
    }

    /** Checked by the township. */
    public BroadcastId queued(PlaceCode village, String title, boolean emergency) {
        var id = written(village, title, emergency);
        try (var here = SignedIn.here(database, village.parent().orElseThrow(), null)) {
            service.check(current.jurisdiction(), current.actor(), id, true, "");
        }
        return id;
    }
}
