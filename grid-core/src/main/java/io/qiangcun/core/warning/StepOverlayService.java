package io.qiangcun.core.warning;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.Jurisdiction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a county say when the warnings of a rule rise and who then holds them. */
@Service
@Transactional
public class StepOverlayService {

    private final StepOverlays overlays;
    private final WarningSteps steps;
    private final WarningSweep sweep;
    private final JdbcClient database;
    private final Clock clock;

    StepOverlayService(
            StepOverlays overlays, WarningSteps steps, WarningSweep sweep, JdbcClient database, Clock clock) {
        this.overlays = overlays;
        this.steps = steps;
        this.sweep = sweep;
        this.database = database;
        this.clock = clock;
    }

    /** Sets the steps of all places of the jurisdiction; an earlier table gives way on that day. */
    @PreAuthorize("hasAuthority('" + WarningAuthorities.STEPS + "')")
    public void overlay(Jurisdiction jurisdiction, OverlaySteps command, Actor by) {
        steps.requireRule(command.rule());
        onlyOneAtATime(command.rule());
        if (overlays.findById(command.overlay(), jurisdiction).isPresent()) {
            return;
        }
        var overlay = new StepOverlay(
                command,
                steps.of(command.rule(), command.validFrom()).general(),
                jurisdiction.root(),
                Recorded.by(by, clock.instant()),
                LocalDate.now(clock));
        latest(jurisdiction, command.rule()).ifPresent(earlier -> {
            earlier.giveWayTo(overlay);
            overlays.saveAndFlush(earlier);
        });
        overlays.saveAndFlush(overlay);
        follow(jurisdiction, command.rule());
    }

    /** From the day on the general steps hold again; a table that has not begun by then is withdrawn. */
    @PreAuthorize("hasAuthority('" + WarningAuthorities.STEPS + "')")
    public void end(Jurisdiction jurisdiction, StepOverlayId id, LocalDate on, String reason, Actor by) {
        var overlay = overlays.findById(id, jurisdiction).orElseThrow(() -> new WarningRuleNotFound(id));
        overlay.end(on, reason, Recorded.by(by, clock.instant()), LocalDate.now(clock));
        overlays.saveAndFlush(overlay);
        if (overlay.isWithdrawn()) {
            latest(jurisdiction, overlay.getRuleCode()).ifPresent(earlier -> {
                earlier.standInFor(overlay);
                overlays.saveAndFlush(earlier);
            });
        }
        follow(jurisdiction, overlay.getRuleCode());
    }

    private Optional<StepOverlay> latest(Jurisdiction jurisdiction, String rule) {
        return overlays
                .findAll(
                        jurisdiction,
                        (root, query, cb) -> cb.and(
                                cb.equal(root.get("ruleCode"), rule),
                                cb.equal(root.get("place").get("value"), jurisdiction.lo()),
                                cb.isFalse(root.get("withdrawn"))),
                        Pageable.unpaged())
                .stream()
                .max(Comparator.comparing(StepOverlay::getValidFrom));
    }

    /** What holds from today holds for the open warnings too. */
    private void follow(Jurisdiction jurisdiction, String rule) {
        sweep.sweepNow(rule, jurisdiction, LocalDate.now(clock));
    }

    private void onlyOneAtATime(String rule) {
        database.sql("select pg_advisory_xact_lock(hashtext(:rule))")
                .param("rule", "warning-step " + rule)
                .query((rs, i) -> rule)
                .list();
    }
}
