package io.qiangcun.core.account;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and keeps accounts. Nobody keeps accounts that rank as high as his own. */
@Service
@Transactional
public class AccountService {

    private static final String MAY_WRITE = "hasAuthority('" + AccountAuthorities.WRITE + "')";

    private final Accounts accounts;
    private final PlaceTree places;
    private final OneTimePasswords passwords;
    private final SignInAttempts attempts;
    private final Units units;
    private final JdbcTemplate database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountService(
            Accounts accounts,
            PlaceTree places,
            OneTimePasswords passwords,
            SignInAttempts attempts,
            Units units,
            JdbcTemplate database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.places = places;
        this.passwords = passwords;
        this.attempts = attempts;
        this.units = units;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens an account under an id chosen by the caller, so that it is opened once however often it is asked for.
     *
     * @return the password for the holder; nothing if the account was opened before
     */
    @PreAuthorize(MAY_WRITE)
    public Optional<IssuedPassword> open(Jurisdiction jurisdiction, Actor actor, AccountId id, OpenAccount command) {
        if (accounts.findById(id, jurisdiction).isPresent()) {
            return Optional.empty();
        }
        var place = places.require(command.place(), jurisdiction).code();
        if (!command.role().existsAt(place.kind())) {
            throw new RoleNotAtPlace();
        }
        requireRank(actor, command.role());
        requireUnitAt(place, command.unit(), jurisdiction);
        var password = passwords.next();
        var account = new Account(id, command, password, clock.instant());
        return Optional.of(password.issuedTo(saveUnlessTaken(account)));
    }

    /** Sent a second time, the same command changes nothing. */
    @PreAuthorize(MAY_WRITE)
    public void amend(Jurisdiction jurisdiction, Actor actor, AmendAccount command) {
        var account = find(command.account(), jurisdiction, actor);
        if (account.isFor(command.post(), command.unit())) {
            return;
        }
        requireVersion(account, command.version());
        if (!account.actsFor(command.unit())) {
            requireUnitAt(account.placeCode(), command.unit(), jurisdiction);
        }
        account.amend(command.post(), command.unit());
        saveUnlessTaken(account);
    }

    /**
     * Opens many at once, all with the same password, which need not be changed: for a demonstration.
     *
     * @param encodedPassword as the password encoder gives it
     */
    public void openAll(Jurisdiction jurisdiction, List<OpenAccount> commands, String encodedPassword) {
        commands.stream()
                .filter(command -> !jurisdiction.covers(command.place()))
                .findAny()
                .ifPresent(outside -> {
                    throw new IllegalArgumentException("Outside the jurisdiction: " + outside.place());
                });
        var ids = commands.stream().map(command -> UUID.randomUUID()).toList();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var by = "system";
        database.batchUpdate(
                """
            insert into account (account_id, place_code, version, created_at, created_by, changed_at, changed_by, login,
              role, post, unit, password, must_change_password, enabled, stamp)
            values (?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, true, 0)
            """,
                IntStream.range(0, commands.size())
                        .mapToObj(i -> new Object[] {
                            ids.get(i),
                            commands.get(i).place().value(),
                            now,
                            by,
                            now,
                            by,
                            commands.get(i).login(),
                            commands.get(i).role().name(),
                            commands.get(i).post(),
                            commands.get(i).unit(),
                            encodedPassword
                        })
                        .toList());
        database.batchUpdate(
                """
            insert into account_holder (account_holder_id, account_id, place_code, name, held_from)
            values (?, ?, ?, ?, ?)
            """,
                IntStream.range(0, commands.size())
                        .mapToObj(i -> new Object[] {
                            UUID.randomUUID(),
                            ids.get(i),
                            commands.get(i).place().value(),
                            commands.get(i).holder(),
                            now
                        })
                        .toList());
        events.publishEvent(new AccountsOpened(commands.size()));
    }

    @PreAuthorize(MAY_WRITE)
    public IssuedPassword issueOneTimePassword(Jurisdiction jurisdiction, Actor actor, AccountId id) {
        var account = find(id, jurisdiction, actor);
        var password = passwords.next();
        account.issue(password);
        attempts.forget(account.getLogin());
        return password.issuedTo(accounts.save(account));
    }

    @PreAuthorize(MAY_WRITE)
    public IssuedPassword handOver(Jurisdiction jurisdiction, Actor actor, HandOver command) {
        var account = find(command.account(), jurisdiction, actor);
        requireVersion(account, command.version());
        var now = clock.instant();
        account.vacate(now);
        // the database knows one holder at a time, and Hibernate would add the next before the last has left
        accounts.saveAndFlush(account);
        var password = passwords.next();
        account.handOver(command.holder(), password, now);
        attempts.forget(account.getLogin());
        return password.issuedTo(accounts.save(account));
    }

    @PreAuthorize(MAY_WRITE)
    public void suspend(Jurisdiction jurisdiction, Actor actor, AccountId id) {
        var account = find(id, jurisdiction, actor);
        account.suspend();
        accounts.save(account);
    }

    @PreAuthorize(MAY_WRITE)
    public void reopen(Jurisdiction jurisdiction, Actor actor, AccountId id) {
        var account = find(id, jurisdiction, actor);
        account.reopen();
        accounts.save(account);
    }

    @PreAuthorize(MAY_WRITE)
    public void unlock(Jurisdiction jurisdiction, Actor actor, AccountId id) {
        var account = find(id, jurisdiction, actor);
        if (attempts.forget(account.getLogin())) {
            account.unlocked();
            accounts.save(account);
        }
    }

    private Account find(AccountId id, Jurisdiction jurisdiction, Actor actor) {
        var account = accounts.findById(id, jurisdiction).orElseThrow(() -> new AccountNotFound(id));
        if (id.equals(actor.account())) {
            throw new OwnAccountRefused();
        }
        requireRank(actor, account.getRole());
        return account;
    }

    private void requireUnitAt(PlaceCode place, @Nullable UUID unit, Jurisdiction jurisdiction) {
        if (unit != null
                && units.at(jurisdiction, place).stream()
                        .noneMatch(standing -> standing.id().equals(unit))) {
            throw new UnitNotAtPlace();
        }
    }

    private static void requireVersion(Account account, long version) {
        if (!account.isAtVersion(version)) {
            throw new AccountChanged(account.getLogin());
        }
    }

    private static void requireRank(Actor actor, RoleName role) {
        if (!actor.role().keeps(role)) {
            throw new RankTooHigh();
        }
    }

    /** Names are given over all places, also those that nobody here can see: only the indexes know them all. */
    private Account saveUnlessTaken(Account account) {
        try {
            return accounts.saveAndFlush(account);
        } catch (DataIntegrityViolationException violation) {
            var index = String.valueOf(violation.getMessage());
            if (index.contains("account_login_key")) {
                throw new LoginTaken(account.getLogin());
            }
            if (index.contains("account_unit_key")) {
                throw new UnitTaken();
            }
            throw violation;
        }
    }
}
