package io.qiangcun.core.slip;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.domain.Sha256;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps slips. Digits only, because older people type them on a telephone; a digest suffices to keep them, because whoever
 * reads the database sees already what the code would open. Who may hand them out is for the module to say.
 */
@Service
@Transactional
public class Slips {

    private static final int DIGITS = 16;
    private static final int GROUP = 4;

    private final RuleParameters parameters;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Slips(RuleParameters parameters, JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.parameters = parameters;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Prints a new slip; an earlier one for the same subject opens nothing any more. */
    public IssuedSlip issue(Jurisdiction jurisdiction, Actor actor, String kind, PlaceCode place, UUID subject) {
        if (!jurisdiction.covers(place)) {
            throw new IllegalArgumentException("The slip's subject lies outside " + jurisdiction);
        }
        revoke(jurisdiction, kind, subject);
        var id = SlipId.next();
        var code = random.ints(DIGITS, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
        var lastDay = today().plusDays(parameters.wholeNumber("core.slip-days", today()));
        database.sql("""
                insert into slip (slip_id, place_code, kind, subject, code_digest, issued_at, issued_by, issued_by_person,
                  last_day)
                values (:id, :place, :kind, :subject, :digest, :at, :by, :person, :last)
                """)
                .param("id", id.value())
                .param("place", place.value())
                .param("kind", kind)
                .param("subject", subject)
                .param("digest", digest(code))
                .param("at", now())
                .param("by", actor.login())
                .param("person", actor.holder())
                .param("last", lastDay)
                .update();
        events.publishEvent(new SlipIssued(id, place, kind));
        return new IssuedSlip(id, code.replaceAll("(.{" + GROUP + "})(?!$)", "$1 "), lastDay);
    }

    /** Takes back what was handed out for the subject, if anything was. */
    public void revoke(Jurisdiction jurisdiction, String kind, UUID subject) {
        database.sql("""
                update slip set revoked_at = :at
                where kind = :kind and subject = :subject and revoked_at is null and place_code >= :lo and place_code < :hi
                returning slip_id, place_code
                """)
                .param("at", now())
                .param("kind", kind)
                .param("subject", subject)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((row, number) -> new SlipRevoked(
                        new SlipId(row.getObject("slip_id", UUID.class)),
                        new PlaceCode(row.getString("place_code")),
                        kind))
                .list()
                .forEach(events::publishEvent);
    }

    /** Latest first. */
    @Transactional(readOnly = true)
    public List<SlipRow> of(Jurisdiction jurisdiction, String kind, UUID subject) {
        return database.sql("""
                select slip_id, issued_at, issued_by_person as issued_by, last_day, revoked_at, openings, opened_at from slip
                where kind = :kind and subject = :subject and place_code >= :lo and place_code < :hi
                order by issued_at desc
                """)
                .param("kind", kind)
                .param("subject", subject)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(SlipRow.class)
                .list();
    }

    /** Whatever the place; only {@link SlipDoor} asks. */
    @Transactional(readOnly = true)
    Optional<OpenedSlip> find(String kind, String typed) {
        return database.sql("""
                select slip_id, place_code, subject, last_day from slip
                where code_digest = :digest and kind = :kind and revoked_at is null and last_day >= :today
                """)
                .param("digest", digest(plain(typed)))
                .param("kind", kind)
                .param("today", today())
                .query((row, number) -> new OpenedSlip(
                        new SlipId(row.getObject("slip_id", UUID.class)),
                        new PlaceCode(row.getString("place_code")),
                        row.getObject("subject", UUID.class),
                        row.getObject("last_day", LocalDate.class)))
                .optional();
    }

    void noteOpening(OpenedSlip slip, String kind) {
        database.sql("update slip set openings = openings + 1, opened_at = :at where slip_id = :id")
                .param("at", now())
                .param("id", slip.id().value())
                .update();
        events.publishEvent(new SlipOpened(slip.id(), slip.place(), kind));
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
    }

    private static String digest(String code) {
        return Sha256.hex("slip:", code);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
