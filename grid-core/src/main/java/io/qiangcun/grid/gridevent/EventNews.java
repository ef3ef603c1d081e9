package io.qiangcun.grid.gridevent;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Says on every node that something has happened to an event, because the database says so to all of them. It says that,
 * not what: whoever hears it looks again, with the rights he has.
 */
@Component
public class EventNews implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventNews.class);
    private static final int HEARS_FOR_MILLIS = 1_000;
    private static final int RESTS_FOR_MILLIS = 5_000;

    private final DataSource dataSource;
    private final Map<UUID, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable Thread ear;

    EventNews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return ends it */
    public Runnable listen(GridEventId event, Listener listener) {
        listeners
                .computeIfAbsent(event.value(), first -> ConcurrentHashMap.newKeySet())
                .add(listener);
        return () -> listeners.computeIfPresent(event.value(), (id, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public void start() {
        var thread = new Thread(this::hear, "grid-event-news");
        thread.setDaemon(true);
        ear = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var thread = ear;
        ear = null;
        if (thread != null) {
            thread.interrupt();
        }
        listeners.values().forEach(all -> all.forEach(Listener::over));
    }

    @Override
    public boolean isRunning() {
        return ear != null;
    }

    private void hear() {
        while (ear == Thread.currentThread()) {
            try (var connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                try (var statement = connection.createStatement()) {
                    statement.execute("listen grid_event");
                }
                var server = connection.unwrap(PGConnection.class);
                while (ear == Thread.currentThread()) {
                    for (var news : server.getNotifications(HEARS_FOR_MILLIS)) {
                        tell(UUID.fromString(news.getParameter()));
                    }
                }
                try (var statement = connection.createStatement()) {
                    statement.execute("unlisten grid_event");
                }
            } catch (SQLException away) {
                rest(away);
            }
        }
    }

    private void tell(UUID event) {
        for (var listener : listeners.getOrDefault(event, Set.of())) {
            listener.look();
        }
    }

    private void rest(SQLException away) {
        if (ear != Thread.currentThread()) {
            return;
        }
        LOG.warn("No news of grid events until the database is back: {}", away.getMessage());
        try {
            Thread.sleep(RESTS_FOR_MILLIS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            ear = null;
        }
    }

    /** Somebody who looks at an event. */
    public interface Listener {

        /** Something has happened to it. */
        void look();

        /** There will be no more news from here. */
        default void over() {}
    }
}
