package io.qiangcun.party.post;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.party.PartyAuthorities;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the committees of villages should look like: what comes with the product, and what a county adds. */
@Service
@Transactional
public class StructureRules {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.SET_STRUCTURE_RULES + "')";
    private static final int AFTER_THE_BUILT_IN = 100;

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StructureRules(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Those in force, those to come and those of the past, the county's own after the others. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('" + PartyAuthorities.READ_POSTS + "')")
    public List<StructureRuleRow> all(Jurisdiction jurisdiction) {
        return database.sql("""
                select code, title, nullif(body, 'BOTH') as track, feature, unit = 'PERCENT' as share, more_than, basis_text,
                  valid_from, valid_to, within <> '' as own, created_by, ended_by
                from party_structure_rule where starts_with(:place, within)
                order by position, valid_from, code
                """)
                .param("place", jurisdiction.lo())
                .query(StructureRuleRow.class)
                .list();
    }

    /** Once, however often it is sent. */
    @PreAuthorize(MAY_WRITE)
    public void add(Jurisdiction jurisdiction, Actor actor, AddStructureRule rule) {
        var county = county(jurisdiction);
        if (rule.share() && rule.amount() >= 100) {
            throw new StructureRuleRefused("amount", "nobody-can");
        }
        if (!rule.share() && rule.amount() < 1) {
            throw new StructureRuleRefused("amount", "asks-nothing");
        }
        var track = rule.track();
        var added = database.sql("""
                insert into party_structure_rule (code, valid_from, within, position, title, body, feature, unit, more_than,
                  basis_kind, basis_text, created_by)
                values (:code, :from, :within, :position, :title, :body, :feature, :unit, :moreThan, 'LOCAL', :basis, :by)
                on conflict do nothing
                """)
                .param("code", rule.id().toString())
                .param("from", rule.validFrom())
                .param("within", county.value())
                .param("position", AFTER_THE_BUILT_IN)
                .param("title", rule.title())
                .param("body", track == null ? "BOTH" : track.name())
                .param("feature", rule.feature().name())
                .param("unit", rule.share() ? "PERCENT" : "PEOPLE")
                .param("moreThan", BigDecimal.valueOf(rule.share() ? rule.amount() : rule.amount() - 1))
                .param("basis", rule.basis())
                .param("by", actor.post())
                .update();
        if (added > 0) {
            events.publishEvent(new StructureRuleAdded(rule.id(), county, rule.title(), rule.validFrom()));
        }
    }

    /** From tomorrow on; what it said of the days before stands. A rule that has not begun yet never does. */
    @PreAuthorize(MAY_WRITE)
    public void end(Jurisdiction jurisdiction, Actor actor, StructureRuleId id) {
        var county = county(jurisdiction);
        var tomorrow = LocalDate.now(clock).plusDays(1);
        var ended = database.sql("""
                update party_structure_rule set valid_to = greatest(cast(:tomorrow as date), valid_from + 1), ended_by = :by
                where code = :code and within = :within and valid_to is null
                """)
                .param("tomorrow", tomorrow)
                .param("by", actor.post())
                .param("code", id.toString())
                .param("within", county.value())
                .update();
        if (ended > 0) {
            events.publishEvent(new StructureRuleEnded(id, county, tomorrow));
        }
    }

    private static PlaceCode county(Jurisdiction jurisdiction) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new StructureRuleRefused(null, "county-only");
        }
        return jurisdiction.root();
    }
}
