package io.qiangcun.core.account;

import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the account that opens all others, at the topmost place, which is planted first where there is none yet. */
@Service
@Transactional
class FirstAdministrator {

    private final Accounts accounts;
    private final PlaceTree places;
    private final OneTimePasswords passwords;
    private final FirstStartProperties properties;
    private final MessageSource messages;
    private final JdbcClient database;
    private final Clock clock;

    FirstAdministrator(
            Accounts accounts,
            PlaceTree places,
            OneTimePasswords passwords,
            FirstStartProperties properties,
            MessageSource messages,
            JdbcClient database,
            Clock clock) {
        this.accounts = accounts;
        this.places = places;
        this.passwords = passwords;
        this.properties = properties;
        this.messages = messages;
        this.database = database;
        this.clock = clock;
    }

    boolean isNeeded() {
        return database.sql("select not exists (select from account)")
                .query(Boolean.class)
                .single();
    }

    /** Nothing if it is not known which place to open it at. */
    Optional<IssuedPassword> open() {
        return root().map(root -> {
            var command =
                    new OpenAccount(root.code(), RoleName.ADMINISTRATOR, properties.login(), post(), root.name(), null);
            var password = passwords.next();
            var account = new Account(AccountId.next(), command, password, clock.instant());
            return password.issuedTo(accounts.save(account));
        });
    }

    private String post() {
        return messages.getMessage("core.account.role.ADMINISTRATOR", null, Locale.SIMPLIFIED_CHINESE);
    }

    private Optional<PlaceNode> root() {
        return places.root().or(this::plant);
    }

    private Optional<PlaceNode> plant() {
        var code = properties.placeCode();
        var name = properties.placeName();
        return code == null || code.isBlank() || name == null || name.isBlank()
                ? Optional.empty()
                : Optional.of(places.plant(new PlaceCode(code), PlaceCategory.COUNTY, name, LocalDate.now(clock)));
    }
}
