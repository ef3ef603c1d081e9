package io.qiangcun.core.number;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The numbers that rules count by, with the texts that set them; a county sets its own from a day on. */
@Service
@Transactional
public class RuleNumbers {

    private static final String MAY_READ = "hasAuthority('" + NumberAuthorities.READ + "')";
    private static final String MAY_SET = "hasAuthority('" + NumberAuthorities.SET + "')";

    private static final String VERSION = """
            select version_id, code, within <> '' as own, valid_from, valid_to, amount, bound, basis, source, article, wording, least,
              recorded_at, recorded_by_person
            from rule_parameter_version where (within = '' or within = :county)
            """;

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<NumberGuard> guards;
    private final Clock clock;

    RuleNumbers(
            JdbcClient database, ApplicationEventPublisher events, ObjectProvider<NumberGuard> guards, Clock clock) {
        this.database = database;
        this.events = events;
        this.guards = guards;
        this.clock = clock;
    }

    /** A number is this from a day on. */
    public record SetNumber(UUID id, String code, BigDecimal amount, LocalDate validFrom, String basis) {}

    /** What counts here today, by code: the county's own number where it has one. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<RuleNumber> inForce(Jurisdiction jurisdiction) {
        return database.sql("select distinct on (code) * from (" + VERSION + """
                  and valid_from <= :today and (valid_to is null or valid_to > :today)) version
                order by code, own desc, valid_from desc
                """)
                .param("county", jurisdiction.root().county().value())
                .param("today", LocalDate.now(clock))
                .query(RuleNumber.class)
                .list();
    }

    /** All that the number ever was here, or will be, the latest first. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<RuleNumber> history(Jurisdiction jurisdiction, String code) {
        var history = database.sql(VERSION + " and code = :code order by valid_from desc, own desc")
                .param("county", jurisdiction.root().county().value())
                .param("code", code)
                .query(RuleNumber.class)
                .list();
        if (history.isEmpty()) {
            throw new RuleNumberNotFound(code);
        }
        return history;
    }

    /** From the day on the number is the county's own; what was counted before stays as it was. Once, however often sent. */
    @PreAuthorize(MAY_SET)
    public void set(Jurisdiction jurisdiction, Actor actor, SetNumber command) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw RuleNumberRefused.because(null, "county-only");
        }
        database.sql("select pg_advisory_xact_lock(hashtext(:code))")
                .param("code", "number " + command.code())
                .query(rows -> {});
        var history = history(jurisdiction, command.code());
        if (history.stream().anyMatch(version -> version.versionId().equals(command.id()))) {
            return;
        }
        var today = LocalDate.now(clock);
        if (command.validFrom().isBefore(today)) {
            throw RuleNumberRefused.because("validFrom", "past", today);
        }
        history.stream().filter(RuleNumber::own).findFirst().ifPresent(last -> {
            if (!command.validFrom().isAfter(last.validFrom())) {
                throw RuleNumberRefused.because("validFrom", "planned", last.validFrom());
            }
        });
        history.stream()
                .filter(version -> !version.own() && version.reaches(command.validFrom()))
                .forEach(text -> text.requireAllowed(command.amount()));
        var inForce = inForce(jurisdiction).stream().collect(Collectors.toMap(RuleNumber::code, RuleNumber::amount));
        guards.forEach(guard -> guard.check(command, inForce));
        write(jurisdiction, actor, command);
        events.publishEvent(
                new RuleNumberSet(jurisdiction.root(), command.code(), command.amount(), command.validFrom()));
    }

    private void write(Jurisdiction jurisdiction, Actor actor, SetNumber command) {
        var within = jurisdiction.root().value();
        database.sql("""
                update rule_parameter_version set valid_to = :from
                where code = :code and within = :within and (valid_to is null or valid_to > :from)
                """)
                .param("from", command.validFrom())
                .param("code", command.code())
                .param("within", within)
                .update();
        database.sql("""
                insert into rule_parameter_version (version_id, code, within, valid_from, amount, basis, source, wording,
                  recorded_at, recorded_by, recorded_by_person)
                values (:id, :code, :within, :from, :amount, 'LOCAL', :basis, :basis, :at, :by, :person)
                """)
                .param("id", command.id())
                .param("code", command.code())
                .param("within", within)
                .param("from", command.validFrom())
                .param("amount", command.amount())
                .param("basis", command.basis())
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.login())
                .param("person", actor.holder())
                .update();
    }
}
