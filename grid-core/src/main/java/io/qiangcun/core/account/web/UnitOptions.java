package io.qiangcun.core.account.web;

import io.qiangcun.core.account.AccountQueries;
import io.qiangcun.core.account.AccountRow;
import io.qiangcun.core.account.UnitDirectory.Unit;
import io.qiangcun.core.account.Units;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The organisations of one place to choose from; those that have an account say so. */
@Component
class UnitOptions {

    private final Units units;
    private final AccountQueries accounts;
    private final Messages messages;

    UnitOptions(Units units, AccountQueries accounts, Messages messages) {
        this.units = units;
        this.accounts = accounts;
        this.messages = messages;
    }

    List<Option> at(Jurisdiction jurisdiction, PlaceCode place) {
        return options(jurisdiction, units.at(jurisdiction, place), null);
    }

    /** With the one the account acts for now, also if that is dissolved. */
    List<Option> of(Jurisdiction jurisdiction, AccountRow account) {
        var choice = new ArrayList<>(units.at(jurisdiction, account.place()));
        var current = account.unit();
        if (current != null && choice.stream().noneMatch(unit -> unit.id().equals(current))) {
            choice.add(new Unit(current, account.place(), account.unitName()));
        }
        return options(jurisdiction, choice, current);
    }

    String name(Jurisdiction jurisdiction, PlaceCode place, @Nullable UUID id) {
        return units.at(jurisdiction, place).stream()
                .filter(unit -> unit.id().equals(id))
                .map(Unit::name)
                .findFirst()
                .orElse("");
    }

    private List<Option> options(Jurisdiction jurisdiction, List<Unit> choice, @Nullable UUID own) {
        var logins =
                accounts.loginsOf(jurisdiction, choice.stream().map(Unit::id).toList());
        return choice.stream()
                .map(unit -> {
                    var login = unit.id().equals(own) ? null : logins.get(unit.id());
                    return new Option(
                            unit.id().toString(),
                            login == null
                                    ? unit.name()
                                    : messages.get("core.account.unit.taken-by", unit.name(), login));
                })
                .toList();
    }
}
