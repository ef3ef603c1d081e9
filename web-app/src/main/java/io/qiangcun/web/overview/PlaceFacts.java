package io.qiangcun.web.overview;

import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.dashboard.PlaceFact;
import io.qiangcun.core.dashboard.PlaceFact.Subject;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for all numbers of a place at once. */
@Service
@Transactional(readOnly = true)
class PlaceFacts {

    private final List<PlaceFact> facts;
    private final JdbcClient database;
    private final Clock clock;

    PlaceFacts(ObjectProvider<PlaceFact> facts, JdbcClient database, Clock clock) {
        this.facts = facts.stream()
                .sorted(Comparator.comparing(PlaceFact::subject).thenComparing(PlaceFact::order))
                .toList();
        this.database = database;
        this.clock = clock;
    }

    /** A number and the list behind it. */
    record Counted(String titleKey, long number, String href) {}

    /** What the account may know of the place, by subject. */
    Map<Subject, List<Counted>> of(Jurisdiction jurisdiction, SignedInAccount me, PlaceCode place) {
        var shown = facts.stream().filter(fact -> me.may(fact.authority())).toList();
        var counted = new EnumMap<Subject, List<Counted>>(Subject.class);
        var numbers = numbers(jurisdiction.narrowedTo(place), shown);
        for (var at = 0; at < shown.size(); at++) {
            var fact = shown.get(at);
            counted.computeIfAbsent(fact.subject(), subject -> new ArrayList<>())
                    .add(new Counted(
                            fact.titleKey(), numbers.get(at), fact.href().replace("{place}", place.value())));
        }
        return counted;
    }

    private List<Long> numbers(Jurisdiction within, List<PlaceFact> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        var all = IntStream.range(0, shown.size())
                .mapToObj(at -> "select %d as place_in_list, (%s) as number"
                        .formatted(at, shown.get(at).count()))
                .collect(Collectors.joining(" union all ", "select number from (", ") facts order by place_in_list"));
        return database.sql(all)
                .param("lo", within.lo())
                .param("hi", within.hi())
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .list();
    }
}
