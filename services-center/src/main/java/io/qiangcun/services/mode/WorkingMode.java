package io.qiangcun.services.mode;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.services.ServicesAuthorities;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and words the working mode of a county. */
@Service
@Transactional
public class WorkingMode {

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WorkingMode(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** One position with its parts, those that are not named yet among them. */
    public record Column(ModePosition position, List<ModePart> parts) {

        public Column {
            parts = List.copyOf(parts);
        }
    }

    /** All positions in their order; the open one has the parts that are named. */
    @PreAuthorize("hasAuthority('" + ServicesAuthorities.READ_CENTRES + "')")
    @Transactional(readOnly = true)
    public List<Column> columns(Jurisdiction jurisdiction) {
        var named = new EnumMap<ModePosition, Map<Integer, ModePart>>(ModePosition.class);
        database.sql("""
                        select position, number, label, explanation from services_mode_part
                        where within = :county and label <> '' order by position, number
                        """)
                .param("county", jurisdiction.root().county().value())
                .query(ModePart.class)
                .list()
                .forEach(part -> named.computeIfAbsent(part.position(), any -> new TreeMap<>())
                        .put(part.number(), part));
        var columns = new ArrayList<Column>();
        for (var position : ModePosition.values()) {
            var known = named.getOrDefault(position, Map.of());
            if (position.isOpen()) {
                columns.add(new Column(position, List.copyOf(known.values())));
                continue;
            }
            var parts = new ArrayList<ModePart>();
            for (var number = 1; number <= position.room(); number++) {
                parts.add(known.getOrDefault(number, new ModePart(position, number, "", "")));
            }
            columns.add(new Column(position, parts));
        }
        return columns;
    }

    /** What is not among the parts of the open position is in it no more. */
    @PreAuthorize("hasAuthority('" + ServicesAuthorities.OVERSEE_CENTRES + "')")
    public void word(Jurisdiction jurisdiction, Actor actor, List<ModePart> parts) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new ModeRefused(null, "county-only");
        }
        var county = jurisdiction.root();
        var recorded = Recorded.by(actor, clock.instant());
        database.sql("update services_mode_part set label = '', explanation = '' where within = :county")
                .param("county", county.value())
                .update();
        for (var part : parts) {
            database.sql("""
                            insert into services_mode_part (within, position, number, label, explanation, recorded_at, recorded_by,
                              recorded_by_person)
                            values (:county, :position, :number, :label, :explanation, :at, :post, :holder)
                            on conflict (within, position, number) do update set label = excluded.label,
                              explanation = excluded.explanation, recorded_at = excluded.recorded_at,
                              recorded_by = excluded.recorded_by, recorded_by_person = excluded.recorded_by_person
                            """)
                    .param("county", county.value())
                    .param("position", part.position().name())
                    .param("number", part.number())
                    .param("label", part.label())
                    .param("explanation", part.explanation())
                    .param("at", recorded.at().atOffset(ZoneOffset.UTC))
                    .param("post", recorded.post())
                    .param("holder", recorded.person())
                    .update();
        }
        events.publishEvent(
                new ModeWorded((int) parts.stream().filter(ModePart::isNamed).count(), county));
    }
}
