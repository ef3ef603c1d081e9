package io.qiangcun.party.points;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.party.PartyAuthorities;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What gives and takes points: read by the day, changed by the county from a day on. */
@Service
@Transactional
public class PointsRules {

    private static final String MAY_READ = "hasAuthority('" + PartyAuthorities.READ_POINTS + "')";
    private static final String MAY_RULE = "hasAuthority('" + PartyAuthorities.RULE_POINTS + "')";

    private static final String COLUMNS = """
            select rule_id, code, within, valid_from, valid_to, in_force, position, name, kind, amount, per, yearly_cap,
              evidence, approver, basis_kind, basis_text, recorded_at, recorded_by, recorded_by_person
            from party_points_rule
            """;

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PointsRules(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Those in force at the place on the day: the county's own version of a rule, or the general one. */
    @Transactional(readOnly = true)
    public List<PointsRule> inForce(PlaceCode place, LocalDate on) {
        return database.sql("""
                select * from (
                  select distinct on (code) rule_id, code, within, valid_from, valid_to, in_force, position, name, kind,
                    amount, per, yearly_cap, evidence, approver, basis_kind, basis_text, recorded_at, recorded_by,
                    recorded_by_person
                  from party_points_rule
                  where valid_from <= :on and (valid_to is null or valid_to > :on) and (within = '' or within = :county)
                  order by code, within desc
                ) rule where in_force
                order by position, code
                """)
                .param("on", on)
                .param("county", place.county().value())
                .query(PointsRule.class)
                .list();
    }

    /** All versions of a rule that ever counted here or will, the latest first. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<PointsRule> history(Jurisdiction jurisdiction, String code) {
        return database.sql(
                        COLUMNS
                                + " where code = :code and (within = '' or within = :county) order by valid_from desc, within desc")
                .param("code", code)
                .param("county", jurisdiction.root().county().value())
                .query(PointsRule.class)
                .list();
    }

    /** The version in force, or the latest one that came before. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public Optional<PointsRule> latest(Jurisdiction jurisdiction, String code) {
        return database.sql(COLUMNS + """
                 where code = :code and (within = '' or within = :county) order by within desc, valid_from desc limit 1
                """)
                .param("code", code)
                .param("county", jurisdiction.root().county().value())
                .query(PointsRule.class)
                .optional();
    }

    /** From the day on the county has it so. What was entered before keeps the version it was entered by. */
    @PreAuthorize(MAY_RULE)
    public void decide(Jurisdiction jurisdiction, Actor actor, DecideRule command) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new PointsRefused(null, "county-only");
        }
        var today = LocalDate.now(clock);
        if (command.validFrom().isBefore(today)) {
            throw new PointsRefused("validFrom", "rule-past", today);
        }
        if (command.yearlyCap() != null
                && (command.kind() == RuleKind.BASE || command.yearlyCap().compareTo(command.amount()) < 0)) {
            throw new PointsRefused("yearlyCap", "rule-cap");
        }
        var within = jurisdiction.root().value();
        var latest = latest(jurisdiction, command.code()).filter(PointsRule::own);
        if (latest.isPresent() && !latest.get().validFrom().isBefore(command.validFrom())) {
            throw new PointsRefused("validFrom", "rule-later", latest.get().validFrom());
        }
        database.sql("""
                update party_points_rule set valid_to = :from
                where code = :code and within = :within and valid_to is null
                """)
                .param("from", command.validFrom())
                .param("code", command.code())
                .param("within", within)
                .update();
        try {
            database.sql("""
                    insert into party_points_rule (code, within, valid_from, in_force, position, name, kind, amount, per,
                      yearly_cap, evidence, approver, basis_kind, basis_text, recorded_at, recorded_by, recorded_by_person)
                    values (:code, :within, :from, :force, coalesce(
                      (select max(position) from party_points_rule where code = :code),
                      (select max(position) + 10 from party_points_rule)), :name, :kind, :amount, :per, :cap, :evidence,
                      :approver, 'LOCAL', :basis, :at, :by, :person)
                    """)
                    .param("code", command.code())
                    .param("within", within)
                    .param("from", command.validFrom())
                    .param("force", command.inForce())
                    .param("name", command.name())
                    .param("kind", command.kind().name())
                    .param("amount", command.amount())
                    .param("per", command.per())
                    .param("cap", command.yearlyCap(), java.sql.Types.NUMERIC)
                    .param("evidence", command.evidence())
                    .param("approver", command.approver().name())
                    .param("basis", command.basisText())
                    .param("at", OffsetDateTime.now(clock))
                    .param("by", actor.login())
                    .param("person", actor.holder())
                    .update();
        } catch (DuplicateKeyException sameDay) {
            throw new PointsRefused("validFrom", "rule-later", command.validFrom());
        }
        events.publishEvent(
                new PointsRuleChanged(command.code(), jurisdiction.root(), command.validFrom(), command.inForce()));
    }

    PointsRule version(UUID id) {
        return database.sql(COLUMNS + " where rule_id = :id")
                .param("id", id)
                .query(PointsRule.class)
                .single();
    }

    /** A code that no rule has yet. */
    public static String freshCode() {
        return "own-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** What the county decides about a rule. */
    public record DecideRule(
            String code,
            LocalDate validFrom,
            boolean inForce,
            String name,
            RuleKind kind,
            BigDecimal amount,
            String per,
            @Nullable BigDecimal yearlyCap,
            boolean evidence,
            Approver approver,
            String basisText) {}
}
