package io.qiangcun.economy.cooperative;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.economy.EconomyAuthorities;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down cooperatives, what they are an example of, with whom they work, and their end. */
@Service
@Transactional
public class CooperativeService {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_COOPERATIVES + "')";
    private static final String MAY_OVERSEE = "hasAuthority('" + EconomyAuthorities.OVERSEE_COOPERATIVES + "')";

    private final Cooperatives cooperatives;
    private final PlaceTree places;
    private final JdbcClient database;
    private final Clock clock;

    CooperativeService(Cooperatives cooperatives, PlaceTree places, JdbcClient database, Clock clock) {
        this.cooperatives = cooperatives;
        this.places = places;
        this.database = database;
        this.clock = clock;
    }

    /** The same form sent twice writes one. */
    @PreAuthorize(MAY_WRITE)
    public void write(Jurisdiction jurisdiction, Actor actor, WriteCooperative command) {
        if (cooperatives.findById(command.id(), jurisdiction).isPresent()) {
            return;
        }
        var place = places.require(command.place(), jurisdiction).code();
        if (place.kind() != PlaceKind.VILLAGE && place.kind() != PlaceKind.TOWNSHIP) {
            throw new CooperativeRefused("place", "no-place");
        }
        check(jurisdiction, command);
        try {
            cooperatives.saveAndFlush(new Cooperative(command, by(actor)));
        } catch (DataIntegrityViolationException takenOutsideTheJurisdiction) {
            throw new CooperativeNotFound(command.id());
        }
    }

    @PreAuthorize(MAY_WRITE)
    public void rewrite(Jurisdiction jurisdiction, Actor actor, WriteCooperative command, long version) {
        var cooperative = find(jurisdiction, command.id(), version);
        check(jurisdiction, command);
        cooperative.rewrite(command, by(actor));
        cooperatives.saveAndFlush(cooperative);
    }

    private void check(Jurisdiction jurisdiction, WriteCooperative command) {
        if (command.foundedOn().isAfter(LocalDate.now(clock))) {
            throw new CooperativeRefused("foundedOn", "founded-ahead");
        }
        if (isTaken(jurisdiction, command, "name", command.name())) {
            throw new CooperativeRefused("name", "name-taken");
        }
        var code = command.creditCode();
        if (code != null && isTaken(jurisdiction, command, "credit_code", code.value())) {
            throw new CooperativeRefused("creditCode", "code-taken");
        }
    }

    private boolean isTaken(Jurisdiction jurisdiction, WriteCooperative command, String column, String value) {
        return database.sql("""
                select exists (select from economy_cooperative where place_code = :place and %s = :value and state = 'ACTIVE'
                  and cooperative_id <> :id and place_code >= :lo and place_code < :hi)
                """.formatted(column))
                .param("place", command.place().value())
                .param("value", value)
                .param("id", command.id().value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Boolean.class)
                .single();
    }

    @PreAuthorize(MAY_WRITE)
    public void dissolve(Jurisdiction jurisdiction, CooperativeId id, long version, LocalDate on, String reason) {
        var cooperative = find(jurisdiction, id, version);
        if (on.isAfter(LocalDate.now(clock))) {
            throw new CooperativeRefused("on", "ahead");
        }
        if (database.sql("""
                select exists (select from economy_cooperative where federation_id = :id and state = 'ACTIVE'
                  and place_code >= :lo and place_code < :hi)
                """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Boolean.class)
                .single()) {
            throw new CooperativeRefused(null, "still-owns");
        }
        cooperative.dissolve(on, reason);
        cooperatives.saveAndFlush(cooperative);
    }

    /** @param into the federation of its township; null to leave the one it is in */
    @PreAuthorize(MAY_OVERSEE)
    public void federate(Jurisdiction jurisdiction, CooperativeId id, long version, @Nullable CooperativeId into) {
        var cooperative = find(jurisdiction, id, version);
        Cooperative federation = null;
        if (into != null) {
            federation = cooperatives.findById(into, jurisdiction).orElseThrow(() -> new CooperativeNotFound(into));
            if (!federation.isFederation() || !federation.placeCode().contains(cooperative.placeCode())) {
                throw new CooperativeRefused("federation", "no-federation");
            }
            federation.requireActive();
        }
        cooperative.federate(federation);
        cooperatives.saveAndFlush(cooperative);
    }

    /**
     * Makes it an example.
     *
     * @param by whose word it was
     * @throws CooperativeRefused if it is one already at that level
     */
    @PreAuthorize(MAY_OVERSEE)
    public void tag(
            Jurisdiction jurisdiction,
            Actor actor,
            CooperativeId id,
            UUID tag,
            TagLevel level,
            String by,
            LocalDate on) {
        var cooperative = find(jurisdiction, id);
        if (on.isAfter(LocalDate.now(clock)) || on.isBefore(cooperative.getFoundedOn())) {
            throw new CooperativeRefused("on", "not-in-its-time");
        }
        cooperative.tag(level, by);
        var recorded = by(actor);
        try {
            database.sql("""
                    insert into economy_cooperative_tag (tag_id, cooperative_id, place_code, level, awarded_by, awarded_on, revoked_reason,
                        recorded_at, recorded_by, recorded_by_person)
                      values (:tag, :id, :place, :level, :by, :on, '', :at, :post, :person)
                      on conflict (tag_id) do nothing
                    """)
                    .param("tag", tag)
                    .param("id", id.value())
                    .param("place", cooperative.placeCode().value())
                    .param("level", level.name())
                    .param("by", by)
                    .param("on", on)
                    .param("at", recorded.at().atOffset(ZoneOffset.UTC))
                    .param("post", recorded.post())
                    .param("person", recorded.person())
                    .update();
        } catch (DataIntegrityViolationException already) {
            throw new CooperativeRefused("level", "tagged-already");
        }
        cooperatives.saveAndFlush(cooperative);
    }

    @PreAuthorize(MAY_OVERSEE)
    public void untag(Jurisdiction jurisdiction, CooperativeId id, UUID tag, String reason) {
        var cooperative = find(jurisdiction, id);
        ended(jurisdiction, cooperative, "tag", tag, "revoked", "awarded_on", reason);
        cooperative.untag(reason);
        cooperatives.saveAndFlush(cooperative);
    }

    /**
     * What a cooperative agreed with an enterprise.
     *
     * @param sharePercent of the cooperative and its members
     */
    public record Partnership(
            UUID id,
            String enterprise,
            @Nullable CreditCode creditCode,
            String agreement,
            LocalDate from,
            @Nullable LocalDate until,
            BigDecimal sharePercent,
            String benefitRule) {}

    @PreAuthorize(MAY_WRITE)
    public void agree(Jurisdiction jurisdiction, Actor actor, CooperativeId id, Partnership partnership) {
        var cooperative = find(jurisdiction, id);
        cooperative.agree(partnership.enterprise());
        var until = partnership.until();
        if (until != null && until.isBefore(partnership.from())) {
            throw new CooperativeRefused("until", "ends-before");
        }
        var recorded = by(actor);
        var code = partnership.creditCode();
        database.sql("""
                insert into economy_cooperative_partner (partner_id, cooperative_id, place_code, enterprise, credit_code, agreement,
                    from_on, until_on, share_percent, benefit_rule, ended_reason, recorded_at, recorded_by, recorded_by_person)
                  values (:partner, :id, :place, :enterprise, :code, :agreement, :from, :until, :percent, :rule, '', :at, :post, :person)
                  on conflict (partner_id) do nothing
                """)
                .param("partner", partnership.id())
                .param("id", id.value())
                .param("place", cooperative.placeCode().value())
                .param("enterprise", partnership.enterprise())
                .param("code", code == null ? "" : code.value())
                .param("agreement", partnership.agreement())
                .param("from", partnership.from())
                .param("until", until)
                .param("percent", partnership.sharePercent())
                .param("rule", partnership.benefitRule())
                .param("at", recorded.at().atOffset(ZoneOffset.UTC))
                .param("post", recorded.post())
                .param("person", recorded.person())
                .update();
        cooperatives.saveAndFlush(cooperative);
    }

    @PreAuthorize(MAY_WRITE)
    public void part(Jurisdiction jurisdiction, CooperativeId id, UUID partner, String reason) {
        var cooperative = find(jurisdiction, id);
        ended(jurisdiction, cooperative, "partner", partner, "ended", "from_on", reason);
        cooperative.part(reason);
        cooperatives.saveAndFlush(cooperative);
    }

    private void ended(
            Jurisdiction jurisdiction,
            Cooperative cooperative,
            String what,
            UUID which,
            String how,
            String begun,
            String reason) {
        var done = database.sql("""
                update economy_cooperative_%1$s set %2$s_on = greatest(:on, %3$s), %2$s_reason = :reason
                  where %1$s_id = :which and cooperative_id = :id and %2$s_on is null and place_code >= :lo and place_code < :hi
                """.formatted(what, how, begun))
                .param("on", LocalDate.now(clock))
                .param("reason", reason)
                .param("which", which)
                .param("id", cooperative.getId().value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        if (done == 0) {
            throw new CooperativeNotFound(which);
        }
    }

    private Cooperative find(Jurisdiction jurisdiction, CooperativeId id) {
        return cooperatives.findById(id, jurisdiction).orElseThrow(() -> new CooperativeNotFound(id));
    }

    private Cooperative find(Jurisdiction jurisdiction, CooperativeId id, long version) {
        var cooperative = find(jurisdiction, id);
        if (!Objects.equals(cooperative.getVersion(), version)) {
            throw new CooperativeStale(cooperative.getName());
        }
        return cooperative;
    }

    private Recorded by(Actor actor) {
        return Recorded.by(actor, clock.instant());
    }
}
