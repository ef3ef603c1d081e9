package io.qiangcun.party.rating;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.rating.Criterion.Kind;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what stars are given for and lets a county decide about it from a day on. */
@Service
@Transactional
public class Scales {

    private static final String MAY_RULE = "hasAuthority('" + PartyAuthorities.RULE_RATINGS + "')";

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Scales(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Scale scale(PlaceCode place, LocalDate on) {
        var all = criteria(place, on);
        return new Scale(of(all, Kind.CONDITION), of(all, Kind.ITEM), of(all, Kind.LEVEL));
    }

    /** All that is in force, kind by kind. */
    @Transactional(readOnly = true)
    public List<Criterion> criteria(PlaceCode place, LocalDate on) {
        return database
                .sql("""
                select * from (
                  select distinct on (kind, code) kind, code, within, valid_from, position, title, amount, metric,
                    metric_of, target, basis_text, in_force
                  from party_rating_criterion
                  where valid_from <= :on and (within = '' or within = :county)
                  order by kind, code, within desc, valid_from desc
                ) criterion where in_force
                order by position, code
                """)
                .param("on", on)
                .param("county", place.county().value())
                .query(Criterion.class)
                .list()
                .stream()
                .sorted(Comparator.comparing(Criterion::kind))
                .toList();
    }

    /** Titles and numbers as the county wants them from the day on. Rounds under way keep the day they were opened. */
    @PreAuthorize(MAY_RULE)
    public void decide(
            Jurisdiction jurisdiction, Actor actor, LocalDate validFrom, String basis, List<Decided> decisions) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new RatingRefused(null, "county-only");
        }
        if (validFrom.isBefore(LocalDate.now(clock))) {
            throw new RatingRefused("validFrom", "past");
        }
        var known = criteria(jurisdiction.root(), validFrom);
        requireRising(known, decisions, Kind.LEVEL);
        requireRising(known, decisions, Kind.GRADE);
        var changed = 0;
        for (var criterion : known) {
            for (var decision : decisions) {
                if (decision.kind() == criterion.kind()
                        && decision.code().equals(criterion.code())
                        && !decision.says(criterion)) {
                    insert(jurisdiction, actor, validFrom, basis, criterion, decision);
                    changed++;
                }
            }
        }
        if (changed == 0) {
            throw new RatingRefused(null, "unchanged");
        }
        events.publishEvent(new ScaleChanged(jurisdiction.root(), validFrom, changed));
    }

    /** A level that asks for less than the one below it could never be told from it. */
    private static void requireRising(List<Criterion> known, List<Decided> decisions, Kind kind) {
        var least = new ArrayList<BigDecimal>();
        for (var level : of(known, kind)) {
            least.add(decisions.stream()
                    .filter(decision ->
                            decision.kind() == kind && decision.code().equals(level.code()))
                    .map(Decided::amount)
                    .findFirst()
                    .orElse(level.amount()));
        }
        for (var n = 1; n < least.size(); n++) {
            if (least.get(n).compareTo(least.get(n - 1)) <= 0) {
                throw new RatingRefused(null, "not-rising");
            }
        }
    }

    private void insert(
            Jurisdiction jurisdiction,
            Actor actor,
            LocalDate validFrom,
            String basis,
            Criterion criterion,
            Decided decision) {
        try {
            database.sql("""
                    insert into party_rating_criterion (kind, code, within, valid_from, position, title, amount, metric,
                      metric_of, target, basis_kind, basis_text, recorded_at, recorded_by, recorded_by_person)
                    select kind, code, :county, :from, position, :title, :amount, metric, metric_of, target, 'LOCAL', :basis,
                      :at, :by, :person
                    from party_rating_criterion
                    where kind = :kind and code = :code and within = :within and valid_from = :since
                    """)
                    .param("county", jurisdiction.root().value())
                    .param("from", validFrom)
                    .param("title", decision.title())
                    .param("amount", decision.amount())
                    .param("basis", basis)
                    .param("at", OffsetDateTime.now(clock))
                    .param("by", actor.login())
                    .param("person", actor.holder())
                    .param("kind", criterion.kind().name())
                    .param("code", criterion.code())
                    .param("within", criterion.within())
                    .param("since", criterion.validFrom())
                    .update();
        } catch (DuplicateKeyException sameDay) {
            throw new RatingRefused("validFrom", "same-day");
        }
    }

    static List<Criterion> of(List<Criterion> all, Kind kind) {
        return all.stream().filter(criterion -> criterion.kind() == kind).toList();
    }

    /** What the county wants of one criterion. */
    public record Decided(Kind kind, String code, String title, BigDecimal amount) {

        boolean says(Criterion criterion) {
            return Objects.equals(title, criterion.title()) && amount.compareTo(criterion.amount()) == 0;
        }
    }
}
