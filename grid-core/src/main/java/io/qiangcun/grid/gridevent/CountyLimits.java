package io.qiangcun.grid.gridevent;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.calendar.Pace;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what may happen and how much time there is for it, and lets a county set its own limits. */
@Service
@Transactional
public class CountyLimits {

    private static final String MAY_READ = "hasAuthority('" + EventAuthorities.READ_EVENTS + "')";
    private static final String MAY_SET = "hasAuthority('" + EventAuthorities.DEFINE_EVENTS + "')";

    private final JdbcClient database;
    private final EventRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CountyLimits(JdbcClient database, EventRules rules, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A limit is this for what is reported from a day on.
     *
     * @param kind of either level; empty for all
     */
    public record SetLimit(
            UUID id, Level level, String kind, int amount, Pace pace, LocalDate validFrom, String basis) {}

    /** A kind with what it rests on. */
    public record KindRow(String code, String name, boolean urgent, boolean confidential, String basisSource) {

        public boolean isTop() {
            return code.length() == 2;
        }
    }

    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<KindRow> kinds(Jurisdiction jurisdiction) {
        return database.sql("""
                select code, name, urgent, confidential, basis_source from grid_event_kind
                where within in ('', :county) and valid_from <= :today and (valid_to is null or valid_to > :today)
                order by code
                """)
                .param("county", jurisdiction.root().county().value())
                .param("today", LocalDate.now(clock))
                .query(KindRow.class)
                .list();
    }

    /** All that every limit ever was here, or will be, the latest first. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<LimitVersion> versions(Jurisdiction jurisdiction) {
        return database.sql("""
                select version_id, level, kind, within <> '' as own, amount, pace, basis_kind, basis_source, valid_from, valid_to,
                  recorded_at, recorded_by_person
                from grid_event_limit where within in ('', :county) order by kind, valid_from desc, own desc
                """)
                .param("county", jurisdiction.root().county().value())
                .query(LimitVersion.class)
                .list();
    }

    /** The one that counts for what is reported today: of the more particular kind, then the county's own. */
    public static LimitVersion inForce(List<LimitVersion> versions, Level level, String kind, LocalDate on) {
        return versions.stream()
                .filter(version -> version.level() == level && kind.startsWith(version.kind()) && version.countsOn(on))
                .max(Comparator.comparing(LimitVersion::kind)
                        .thenComparing(LimitVersion::own)
                        .thenComparing(LimitVersion::validFrom))
                .orElseThrow();
    }

    /** What was reported before the day keeps its limit, so the day is not today. Once, however often sent. */
    @PreAuthorize(MAY_SET)
    public void set(Jurisdiction jurisdiction, Actor actor, SetLimit command) {
        var today = LocalDate.now(clock);
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new GridEventRefused(null, "county-only");
        }
        onlyOneAtATime(command);
        if (!command.kind().isEmpty()
                && rules.kinds(jurisdiction.root(), today).find(command.kind()).isEmpty()) {
            throw new GridEventRefused("kind", "no-such-kind");
        }
        var own = versions(jurisdiction).stream()
                .filter(version -> version.own()
                        && version.level() == command.level()
                        && version.kind().equals(command.kind()))
                .toList();
        if (own.stream().anyMatch(version -> version.versionId().equals(command.id()))) {
            return;
        }
        if (!command.validFrom().isAfter(today)) {
            throw new GridEventRefused("validFrom", "from-tomorrow");
        }
        own.stream().findFirst().ifPresent(last -> {
            if (!command.validFrom().isAfter(last.validFrom())) {
                throw new GridEventRefused("validFrom", "planned", last.validFrom());
            }
        });
        write(jurisdiction, actor, command);
        events.publishEvent(new LimitSet(jurisdiction.root(), command.level(), command.kind(), command.validFrom()));
    }

    private void write(Jurisdiction jurisdiction, Actor actor, SetLimit command) {
        var within = jurisdiction.root().value();
        database.sql("""
                update grid_event_limit set valid_to = :from
                where level = :level and kind = :kind and within = :within and (valid_to is null or valid_to > :from)
                """)
                .param("from", command.validFrom())
                .param("level", command.level().name())
                .param("kind", command.kind())
                .param("within", within)
                .update();
        database.sql("""
                insert into grid_event_limit (version_id, level, kind, within, amount, pace, basis_kind, basis_source, valid_from,
                  recorded_at, recorded_by, recorded_by_person)
                values (:id, :level, :kind, :within, :amount, :pace, 'LOCAL', :basis, :from, :at, :by, :person)
                """)
                .param("id", command.id())
                .param("level", command.level().name())
                .param("kind", command.kind())
                .param("within", within)
                .param("amount", command.amount())
                .param("pace", command.pace().name())
                .param("basis", command.basis())
                .param("from", command.validFrom())
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.login())
                .param("person", actor.holder())
                .update();
    }

    private void onlyOneAtATime(SetLimit command) {
        database.sql("select pg_advisory_xact_lock(hashtext(:what))")
                .param("what", "grid-limit " + command.level() + command.kind())
                .query((row, index) -> index)
                .list();
    }
}
