package io.qiangcun.core.warning;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the table {@code warning_step}; refuses to start with a rule that has no step. */
@Service
@Transactional(readOnly = true)
class WarningSteps implements SmartInitializingSingleton {

    private static final RowMapper<WarningStep> STEP = new SimplePropertyRowMapper<>(WarningStep.class);

    private final JdbcClient database;
    private final ObjectProvider<WarningRule> rules;

    WarningSteps(JdbcClient database, ObjectProvider<WarningRule> rules) {
        this.database = database;
        this.rules = rules;
    }

    /** The steps that are in force on the day, everywhere. */
    StepTables of(String rule, LocalDate on) {
        var general = new ArrayList<WarningStep>();
        var overlays = new HashMap<PlaceCode, List<WarningStep>>();
        database.sql("""
                select null as within, working_days, level, holder_level, basis_kind, basis_text from warning_step
                where rule_code = :rule and valid_from <= :on and (valid_to is null or valid_to > :on)
                union all
                select o.within, s.working_days, s.level, s.holder_level, 'LOCAL', o.reason
                from warning_step_overlay o join warning_step_overlay_step s on s.overlay_id = o.overlay_id
                where o.rule_code = :rule and o.valid_from <= :on and (o.valid_to is null or o.valid_to > :on)
                  and not o.withdrawn
                """)
                .param("rule", rule)
                .param("on", on)
                .query((rs, i) -> {
                    var within = rs.getString("within");
                    var steps = within == null
                            ? general
                            : overlays.computeIfAbsent(new PlaceCode(within), place -> new ArrayList<>());
                    return steps.add(STEP.mapRow(rs, i));
                })
                .list();
        return StepTables.of(general, overlays);
    }

    /** The rule's steps, with every table a place of the jurisdiction, or one above it, ever had of its own. */
    StepHistory history(String rule, Jurisdiction jurisdiction, LocalDate today) {
        requireRule(rule);
        var steps = stepsOfOverlays(rule);
        var overlays = database.sql("""
                select o.*, p.name as within_name from warning_step_overlay o join place p on p.place_code = o.within
                where o.rule_code = :rule order by o.valid_from desc, o.recorded_at desc
                """)
                .param("rule", rule)
                .query((rs, i) -> overlay(rs, steps, today))
                .list();
        var tables = of(rule, today);
        return new StepHistory(
                rule,
                tables.general(),
                presentIn(tables, jurisdiction),
                overlays.stream()
                        .filter(overlay ->
                                jurisdiction.covers(overlay.within()) || binds(overlay.within(), jurisdiction))
                        .toList());
    }

    /** The steps that hold in all of the jurisdiction. */
    static StepTable presentIn(StepTables tables, Jurisdiction jurisdiction) {
        return tables.overlays().entrySet().stream()
                .filter(overlay -> binds(overlay.getKey(), jurisdiction))
                .max(Comparator.comparingInt(overlay -> overlay.getKey().value().length()))
                .map(Map.Entry::getValue)
                .orElse(tables.general());
    }

    void requireRule(String code) {
        if (rules.stream().noneMatch(rule -> rule.code().equals(code))) {
            throw new WarningRuleNotFound(code);
        }
    }

    private Map<UUID, List<WarningStep>> stepsOfOverlays(String rule) {
        var steps = new HashMap<UUID, List<WarningStep>>();
        database.sql("""
                select s.overlay_id, s.working_days, s.level, s.holder_level, 'LOCAL' as basis_kind, o.reason as basis_text
                from warning_step_overlay_step s join warning_step_overlay o on o.overlay_id = s.overlay_id
                where o.rule_code = :rule order by s.working_days
                """)
                .param("rule", rule)
                .query((rs, i) -> steps.computeIfAbsent(
                                rs.getObject("overlay_id", UUID.class), overlay -> new ArrayList<>())
                        .add(STEP.mapRow(rs, i)))
                .list();
        return steps;
    }

    private static StepHistory.Overlay overlay(ResultSet rs, Map<UUID, List<WarningStep>> steps, LocalDate today)
            throws SQLException {
        var id = rs.getObject("overlay_id", UUID.class);
        var endedAt = rs.getObject("ended_at", OffsetDateTime.class);
        return new StepHistory.Overlay(
                id,
                new PlaceCode(rs.getString("within")),
                rs.getString("within_name"),
                steps.getOrDefault(id, List.of()),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                rs.getString("reason"),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rs.getString("recorded_by_person"),
                endedAt == null ? null : endedAt.toInstant(),
                rs.getString("ended_by_person"),
                rs.getString("end_reason"),
                rs.getBoolean("withdrawn"),
                today);
    }

    private static boolean binds(PlaceCode within, Jurisdiction jurisdiction) {
        return within.lo().compareTo(jurisdiction.lo()) <= 0
                && within.hi().compareTo(jurisdiction.hi()) >= 0
                && !jurisdiction.equals(Jurisdiction.nowhere());
    }

    @Override
    public void afterSingletonsInstantiated() {
        var known = database.sql("select distinct rule_code from warning_step")
                .query(String.class)
                .set();
        var without = rules.stream()
                .map(WarningRule::code)
                .filter(code -> !known.contains(code))
                .toList();
        if (!without.isEmpty()) {
            throw new IllegalStateException(
                    without.stream().collect(Collectors.joining(", ", "No rows in warning_step for the rules ", "")));
        }
    }
}
