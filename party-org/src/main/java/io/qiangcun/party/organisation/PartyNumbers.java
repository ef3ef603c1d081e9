package io.qiangcun.party.organisation;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.party.PartyAuthorities;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The numbers that everything here is counted by, with the texts that set them; a county sets its own from a day on. */
@Service
@Transactional
public class PartyNumbers {

    private static final String MAY_READ = "hasAuthority('" + PartyAuthorities.READ_ORGANISATIONS + "')";
    private static final String MAY_SET = "hasAuthority('" + PartyAuthorities.SET_NUMBERS + "')";

    private static final String VERSION = """
            select version_id, code, within <> '' as own, valid_from, valid_to, amount, bound, basis_kind, basis_source,
              basis_article, basis_text, recorded_at, recorded_by_person
            from party_rule_version where (within = '' or within = :county)
            """;

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PartyNumbers(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** A number is this from a day on. */
    public record SetNumber(UUID id, String code, BigDecimal amount, LocalDate validFrom, String basis) {}

    /** What counts here today, by code: the county's own number where it has one. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<PartyNumber> inForce(Jurisdiction jurisdiction) {
        return database.sql("select distinct on (code) * from (" + VERSION + """
                  and valid_from <= :today and (valid_to is null or valid_to > :today)) version
                order by code, own desc
                """)
                .param("county", jurisdiction.root().county().value())
                .param("today", LocalDate.now(clock))
                .query(PartyNumber.class)
                .list();
    }

    /** All that the number ever was here, or will be, the latest first. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<PartyNumber> history(Jurisdiction jurisdiction, String code) {
        var history = database.sql(VERSION + " and code = :code order by valid_from desc, own desc")
                .param("county", jurisdiction.root().county().value())
                .param("code", code)
                .query(PartyNumber.class)
                .list();
        if (history.isEmpty()) {
            throw new NumberNotFound(code);
        }
        return history;
    }

    /** From the day on the number is the county's own; what was counted before stays as it was. Once, however often sent. */
    @PreAuthorize(MAY_SET)
    public void set(Jurisdiction jurisdiction, Actor actor, SetNumber command) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new NumberRefused(null, "county-only");
        }
        onlyOneAtATime(command.code());
        var history = history(jurisdiction, command.code());
        if (history.stream().anyMatch(version -> version.versionId().equals(command.id()))) {
            return;
        }
        var today = LocalDate.now(clock);
        if (command.validFrom().isBefore(today)) {
            throw new NumberRefused("validFrom", "past", today);
        }
        history.stream().filter(PartyNumber::own).findFirst().ifPresent(last -> {
            if (!command.validFrom().isAfter(last.validFrom())) {
                throw new NumberRefused("validFrom", "planned", last.validFrom());
            }
        });
        history.stream()
                .filter(version -> !version.own() && version.reaches(command.validFrom()))
                .forEach(text -> text.requireAllowed(command.amount()));
        requireRoom(jurisdiction, command);
        write(jurisdiction, actor, command);
        events.publishEvent(new NumberSet(command.code(), jurisdiction.root(), command.amount(), command.validFrom()));
    }

    /** A year's points end above where they begin. */
    private void requireRoom(Jurisdiction jurisdiction, SetNumber command) {
        var other = command.code().equals("party.points-yearly-cap")
                ? "party.points-yearly-floor"
                : command.code().equals("party.points-yearly-floor") ? "party.points-yearly-cap" : null;
        if (other == null) {
            return;
        }
        var limit = inForce(jurisdiction).stream()
                .filter(number -> number.code().equals(other))
                .findFirst()
                .orElseThrow();
        var order = command.amount().compareTo(limit.amount());
        if (other.endsWith("floor") ? order <= 0 : order >= 0) {
            throw new NumberRefused("amount", "floor-above-cap");
        }
    }

    private void write(Jurisdiction jurisdiction, Actor actor, SetNumber command) {
        var within = jurisdiction.root().value();
        database.sql("""
                update party_rule_version set valid_to = :from
                where code = :code and within = :within and (valid_to is null or valid_to > :from)
                """)
                .param("from", command.validFrom())
                .param("code", command.code())
                .param("within", within)
                .update();
        database.sql("""
                insert into party_rule_version (version_id, code, within, valid_from, amount, basis_kind, basis_source,
                  basis_article, basis_text, recorded_at, recorded_by, recorded_by_person)
                values (:id, :code, :within, :from, :amount, 'LOCAL', :basis, '', :basis, :at, :by, :person)
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

    private void onlyOneAtATime(String code) {
        database.sql("select pg_advisory_xact_lock(hashtext(:code))")
                .param("code", "party-number " + code)
                .query((rs, i) -> code)
                .list();
    }
}
