package io.qiangcun.economy.plan;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.economy.EconomyAuthorities;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what villages mean to earn, and what the models of a county are called. */
@Service
@Transactional
public class PlanService {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_PLANS + "')";
    private static final String MAY_DEFINE = "hasAuthority('" + EconomyAuthorities.DEFINE_MODELS + "')";
    private static final int MOST_YEARS = 10;

    private final PlaceTree places;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanService(PlaceTree places, JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.places = places;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** The same form sent twice writes one; a village has one plan at a time. */
    @PreAuthorize(MAY_WRITE)
    public void write(Jurisdiction jurisdiction, Actor actor, WritePlan command) {
        if (places.require(command.village(), jurisdiction).category() != PlaceCategory.VILLAGE) {
            throw new PlanRefused(null, "no-village");
        }
        if (version(jurisdiction, command.id()) != null) {
            return;
        }
        check(jurisdiction, command);
        try {
            by(values("""
                            insert into economy_plan (plan_id, version, place_code, from_year, until_year, slot, measures, project_id,
                              project_words, adopted_on, adopted_by, ended_reason, recorded_at, recorded_by, recorded_by_person)
                            values (:id, 0, :place, :from, :until, :slot, :measures, :project, :words, :adopted_on, :adopted_by, '',
                              :at, :by, :person)
                            """, command), actor).update();
        } catch (DuplicateKeyException already) {
            throw new PlanRefused(null, "plan-already");
        } catch (DataIntegrityViolationException noSuchProject) {
            throw new PlanRefused("project", "no-project");
        }
        target(command);
        published(command);
    }

    /** A target of a year that is over stays: it was what the year was measured by. */
    @PreAuthorize(MAY_WRITE)
    public void rewrite(Jurisdiction jurisdiction, Actor actor, WritePlan command, long version) {
        var known = version(jurisdiction, command.id());
        if (known == null) {
            throw new PlanNotFound(command.id());
        }
        if (known != version) {
            throw new PlanStale();
        }
        check(jurisdiction, command);
        var before = targets(jurisdiction, command.id());
        var thisYear = today().getYear();
        before.forEach((year, amount) -> {
            var now = command.targets().get(year);
            if (year < thisYear && (now == null || now.yuan().compareTo(amount) != 0)) {
                throw new PlanRefused("amounts", "year-over", year);
            }
        });
        int done;
        try {
            done = by(values("""
                            update economy_plan set version = version + 1, from_year = :from, until_year = :until, slot = :slot,
                              measures = :measures, project_id = :project, project_words = :words, adopted_on = :adopted_on,
                              adopted_by = :adopted_by, recorded_at = :at, recorded_by = :by, recorded_by_person = :person
                            where plan_id = :id and place_code = :place and version = :version and ended_on is null
                              and place_code >= :lo and place_code < :hi
                            """, command), actor)
                    .param("version", version)
                    .param("lo", jurisdiction.lo())
                    .param("hi", jurisdiction.hi())
                    .update();
        } catch (DataIntegrityViolationException noSuchProject) {
            throw new PlanRefused("project", "no-project");
        }
        if (done == 0) {
            throw new PlanStale();
        }
        target(command);
        published(command);
    }

    private void check(Jurisdiction jurisdiction, WritePlan command) {
        if (command.adoptedOn().isAfter(today())) {
            throw new PlanRefused("adoptedOn", "ahead");
        }
        if (command.targets().size() > MOST_YEARS) {
            throw new PlanRefused("amounts", "too-long", MOST_YEARS);
        }
        var slot = command.slot();
        if (slot != null && !slots(jurisdiction).contains(slot)) {
            throw new PlanRefused("slot", "no-model");
        }
    }

    private Set<Integer> slots(Jurisdiction jurisdiction) {
        return new HashSet<>(database.sql("select distinct slot from economy_model where within in ('', left(:lo, 6))")
                .param("lo", jurisdiction.lo())
                .query(Integer.class)
                .list());
    }

    private Map<Integer, BigDecimal> targets(Jurisdiction jurisdiction, PlanId id) {
        var known = new HashMap<Integer, BigDecimal>();
        database.sql("""
                select t.year, t.amount from economy_plan_target t join economy_plan r on r.plan_id = t.plan_id
                where t.plan_id = :id and t.year between r.from_year and r.until_year and t.place_code >= :lo and t.place_code < :hi
                """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((row, number) -> known.put(row.getInt("year"), row.getBigDecimal("amount")))
                .list();
        return known;
    }

    private void target(WritePlan command) {
        command.targets().forEach((year, amount) -> database.sql("""
                        insert into economy_plan_target (plan_id, year, place_code, amount) values (:id, :year, :place, :amount)
                        on conflict (plan_id, year) do update set amount = excluded.amount
                        """)
                .param("id", command.id().value())
                .param("year", year)
                .param("place", command.village().value())
                .param("amount", amount.yuan())
                .update());
    }

    private void published(WritePlan command) {
        events.publishEvent(new PlanWritten(
                command.id(),
                command.targets().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue()
                        .toString())),
                command.village()));
    }

    private StatementSpec values(String sql, WritePlan command) {
        var project = command.project();
        return database.sql(sql)
                .param("id", command.id().value())
                .param("place", command.village().value())
                .param("from", command.fromYear())
                .param("until", command.untilYear())
                .param("slot", command.slot())
                .param("measures", command.measures())
                .param("project", project == null ? null : project.value())
                .param("words", command.projectWords())
                .param("adopted_on", command.adoptedOn())
                .param("adopted_by", command.adoptedBy());
    }

    @PreAuthorize(MAY_WRITE)
    public void end(Jurisdiction jurisdiction, PlanId id, long version, LocalDate on, String reason) {
        var known = version(jurisdiction, id);
        if (known == null) {
            throw new PlanNotFound(id);
        }
        if (on.isAfter(today())) {
            throw new PlanRefused("on", "ahead");
        }
        var place = database.sql("""
                update economy_plan set version = version + 1, ended_on = greatest(:on, adopted_on), ended_reason = :reason
                where plan_id = :id and version = :version and ended_on is null and place_code >= :lo and place_code < :hi
                returning place_code
                """)
                .param("on", on)
                .param("reason", reason)
                .param("id", id.value())
                .param("version", version)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(String.class)
                .optional()
                .orElseThrow(PlanStale::new);
        events.publishEvent(new PlanEnded(id, on, reason, new PlaceCode(place)));
    }

    /** What a county calls one of its models; those of other counties stay as they are. */
    @PreAuthorize(MAY_DEFINE)
    public void word(Jurisdiction jurisdiction, int slot, String name, String content, boolean retired) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new PlanRefused(null, "county-only");
        }
        if (slot < 1 || slot > 99) {
            throw new PlanRefused("slot", "no-model");
        }
        database.sql("""
                insert into economy_model (within, slot, name, content, retired) values (:county, :slot, :name, :content, :retired)
                on conflict (within, slot) do update set name = excluded.name, content = excluded.content, retired = excluded.retired
                """)
                .param("county", jurisdiction.root().value())
                .param("slot", slot)
                .param("name", name)
                .param("content", content)
                .param("retired", retired)
                .update();
        events.publishEvent(new ModelWorded(slot, name, jurisdiction.root()));
    }

    /** A line of a sheet. */
    public record Entry(int line, WritePlan plan) {}

    @PreAuthorize(MAY_WRITE)
    @Transactional(readOnly = true)
    public Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        var problems = new TreeMap<Integer, List<Problem>>();
        var planned = new HashSet<>(database.sql("""
                select place_code from economy_plan where ended_on is null and place_code >= :lo and place_code < :hi
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(String.class)
                .list());
        var slots = slots(jurisdiction);
        for (var entry : entries) {
            var plan = entry.plan();
            if (!planned.add(plan.village().value())) {
                problems.put(entry.line(), List.of(PlanRefused.at("village", "plan-already")));
            } else if (plan.adoptedOn().isAfter(today())) {
                problems.put(entry.line(), List.of(PlanRefused.at("adoptedOn", "ahead")));
            } else if (plan.slot() != null && !slots.contains(plan.slot())) {
                problems.put(entry.line(), List.of(PlanRefused.at("slot", "no-model")));
            }
        }
        return problems;
    }

    /** All of a sheet or none. */
    @PreAuthorize(MAY_WRITE)
    public Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        var fresh = entries.stream()
                .filter(entry -> version(jurisdiction, entry.plan().id()) == null)
                .toList();
        var problems = check(jurisdiction, fresh);
        if (problems.isEmpty()) {
            fresh.forEach(entry -> write(jurisdiction, actor, entry.plan()));
        }
        return problems;
    }

    private @Nullable Long version(Jurisdiction jurisdiction, PlanId id) {
        return database.sql("""
                select version from economy_plan where plan_id = :id and place_code >= :lo and place_code < :hi
                """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private StatementSpec by(StatementSpec statement, Actor actor) {
        var recorded = Recorded.by(actor, clock.instant());
        return statement
                .param("at", recorded.at().atOffset(ZoneOffset.UTC))
                .param("by", recorded.post())
                .param("person", recorded.person());
    }
}
