package io.qiangcun.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import javax.imageio.ImageIO;

/** What grid workers report: a table that is full already, what they send, and the photo that one in ten has. */
final class Events {

    static final int IN_THE_TABLE = 250_000;

    /** A form of the device's own; it brings the token that every report carries. */
    static final String FORM = "/api/v1/grid-events/form";

    /** What a device asks for: nothing else is spoken there. */
    static final String ACCEPT = "application/json";

    static final String TARGET = "/api/v1/grid-events";

    static final int WORKERS = 3_000;

    /** They do not all set out in the same second, and walk between one report and the next. */
    static final Duration SETTING_OUT = Duration.ofSeconds(45);

    static final Duration SHORTEST_WALK = Duration.ofSeconds(30);

    static final Duration LONGEST_WALK = Duration.ofSeconds(60);

    /** How much is promised: events a second, and milliseconds that 99 of 100 answers stay below. */
    static final int A_SECOND = 50;

    static final int LIMIT_P99 = 500;

    /** Of noise, so that nothing compresses it: about 300 KB. */
    private static final int PHOTO_SIDE = 700;

    private static final String BODY = """
            {"id":"#{event}","kind":"0501","place":"#{place}","content":"垃圾没有清运","spot":"村口","longitude":121.7,"latitude":42.7}""";

    private Events() {}

    static String body() {
        return BODY;
    }

    /**
     * Over five years; those of the last week are open and in time. Each has its line in the log, so that all that the database demands of an event holds for
     * these too; of those that were reported elsewhere one line is enough.
     */
    static void fill(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("""
                    insert into grid_event (event_id, version, created_at, created_by, changed_at, changed_by, place_code, receipt,
                      kind, urgent, confidential, content, spot, affected, channel, reported_at, reported_post, reported_person,
                      state, round, moves, moved_at, holder_place, held_since, dispatcher_place, handler_place, limit_level, due_at,
                      on_spot, handled_at, handled_post, handled_person, result, closed_at, closed_in_time)
                    select md5('bench' || n)::uuid, 0, at, 'bench', at, 'bench', place, 'BENCH-' || n, kind, mod(n, 20) = 0, false,
                      '事件' || n, '', '', 'API', at, 'bench', 'bench', case when open then 'REPORTED' else 'CLOSED' end, 1, 1, at,
                      case when open then left(place, 12) end, case when open then at end, left(place, 12),
                      case when open then null else place end, 'TRIAGE', case when open then at + interval '10 days' end, not open,
                      case when not open then at end, case when not open then 'bench' end, case when not open then 'bench' end,
                      case when not open then '已处理' end, case when not open then at end, case when not open then true end
                    from (
                      select n, n <= 1000 as open, now() - n * interval '10 minutes' as at,
                        places.codes[1 + mod(n, array_length(places.codes, 1))] as place,
                        (array['0501', '0601', '0204', '0101', '0602', '0402', '1302', '0901'])[1 + mod(n, 8)] as kind
                      from generate_series(1, %d) n,
                        (select array_agg(place_code::text order by place_code) as codes from place
                          where length(place_code) >= 12 and valid_to is null) places
                    ) events
                    """.formatted(IN_THE_TABLE));
            statement.execute("""
                    insert into grid_event_move (event_id, number, place_code, at, kind, from_state, to_state, holder_place, post,
                      person, acting_place, note)
                    select event_id, 1, place_code, reported_at, case when closed_at is null then 'REPORT' else 'SOLVE' end, 'NONE',
                      state, holder_place, 'bench', 'bench', place_code, coalesce(result, '')
                    from grid_event where created_by = 'bench'
                    """);
            database.commit();
            database.setAutoCommit(true);
        }
    }

    static void paint(Path photo) {
        var picture = new BufferedImage(PHOTO_SIDE, PHOTO_SIDE, BufferedImage.TYPE_INT_RGB);
        var random = new Random(PHOTO_SIDE);
        for (var x = 0; x < PHOTO_SIDE; x++) {
            for (var y = 0; y < PHOTO_SIDE; y++) {
                picture.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        try {
            ImageIO.write(picture, "jpg", photo.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
