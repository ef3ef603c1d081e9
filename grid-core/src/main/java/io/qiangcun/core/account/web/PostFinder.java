package io.qiangcun.core.account.web;

import io.qiangcun.core.account.AccountQueries;
import io.qiangcun.core.account.UnitDirectory.Unit;
import io.qiangcun.core.account.Units;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds where an account is to be opened: level by level, or by part of a name of a place or an organisation. */
@Component
class PostFinder {

    static final int MOST = 50;

    private final PlaceTree places;
    private final Units units;
    private final AccountQueries accounts;
    private final Clock clock;

    PostFinder(PlaceTree places, Units units, AccountQueries accounts, Clock clock) {
        this.places = places;
        this.units = units;
        this.accounts = accounts;
        this.clock = clock;
    }

    Found find(Jurisdiction jurisdiction, @Nullable PlaceCode within, String text) {
        var part = within == null
                ? jurisdiction
                : Jurisdiction.within(places.require(within, jurisdiction).code());
        return text.isBlank() ? level(part) : search(part, text.strip());
    }

    private Found level(Jurisdiction part) {
        var here = places.require(part.root(), part);
        var below = part.level().compareTo(PlaceKind.VILLAGE) < 0
                ? places.children(part, part.root(), today())
                : List.<PlaceNode>of();
        return new Found(
                Stream.concat(Stream.of(here), below.stream())
                        .map(place -> at(place, !place.equals(here)))
                        .toList(),
                false);
    }

    private Found search(Jurisdiction part, String text) {
        var rows = new ArrayList<Row>();
        Stream.of(PlaceKind.COUNTY, PlaceKind.TOWNSHIP, PlaceKind.VILLAGE)
                .filter(level -> level.compareTo(part.level()) >= 0)
                .flatMap(level -> places.all(part, level, today()).stream())
                .filter(place -> place.name().contains(text))
                .limit(MOST + 1)
                .forEach(place -> rows.add(at(place, true)));
        var organisations = units.search(part, text, MOST + 1);
        var logins =
                accounts.loginsOf(part, organisations.stream().map(Unit::id).toList());
        organisations.forEach(
                unit -> rows.add(new Row(unit.place(), unit.id(), unit.name(), false, logins.get(unit.id()))));
        return new Found(rows.stream().limit(MOST).toList(), rows.size() > MOST);
    }

    private static Row at(PlaceNode place, boolean opens) {
        return new Row(
                place.code(), null, place.name(), opens && place.code().kind().compareTo(PlaceKind.VILLAGE) < 0, null);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @param more than can be shown */
    record Found(List<Row> rows, boolean more) {}

    /**
     * A place, or an organisation at it.
     *
     * @param opens whether there are places below it to look at
     * @param login of the account that acts for the organisation already
     */
    record Row(
            PlaceCode place,
            @Nullable UUID unit,
            String name,
            boolean opens,
            @Nullable String login) {}
}
