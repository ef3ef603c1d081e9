package io.qiangcun.core.people;

import io.qiangcun.core.account.AccountId;
import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says who of the recorded persons holds which account, so that nobody approves what is about himself. */
@Service
@Transactional
public class HeldAccounts {

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HeldAccounts(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Counts until the account is handed over to another holder. */
    @PreAuthorize("hasAuthority('" + PeopleAuthorities.WRITE + "')")
    public void link(Jurisdiction jurisdiction, Actor actor, PersonId person, String login) {
        var linked = database.sql("""
                insert into person_account (account_id, place_code, person_id, holder, recorded_at, recorded_by,
                  recorded_by_person)
                select a.account_id, a.place_code, p.person_id, h.name, :at, :by, :by_person
                from account a
                  join account_holder h on h.account_id = a.account_id and h.held_until is null
                  join person p on p.person_id = :person and p.place_code >= :lo and p.place_code < :hi
                where a.login = :login and a.place_code >= :lo and a.place_code < :hi
                on conflict (account_id) do update set person_id = excluded.person_id, holder = excluded.holder,
                  recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by,
                  recorded_by_person = excluded.recorded_by_person
                returning account_id, place_code
                """)
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.login())
                .param("by_person", actor.holder())
                .param("person", person.value())
                .param("login", login)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((row, number) -> new PersonHoldsAccount(
                        person,
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new PlaceCode(row.getString("place_code"))))
                .optional()
                .orElseThrow(PersonRefused::accountUnknown);
        events.publishEvent(linked);
    }

    /** The accounts the person holds now, where the jurisdiction sees them. */
    @Transactional(readOnly = true)
    public List<Held> of(Jurisdiction jurisdiction, PersonId person) {
        return database.sql("""
                select a.login, a.post from person_account l
                  join account a on a.account_id = l.account_id
                  join account_holder h on h.account_id = a.account_id and h.held_until is null and h.name = l.holder
                where l.person_id = :person and l.place_code >= :lo and l.place_code < :hi
                order by a.login
                """)
                .param("person", person.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Held.class)
                .list();
    }

    /** An account somebody holds. */
    public record Held(String login, String post) {}
}
