package io.qiangcun.core.duty;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.Jurisdiction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a county demand more than the general rules do; duties of periods still to come follow at once. */
@Service
@Transactional
public class DutyOverlayService {

    private final DutyOverlays overlays;
    private final DutyRules rules;
    private final DutyCalendar calendar;
    private final JdbcClient database;
    private final MessageSource messages;
    private final Clock clock;

    DutyOverlayService(
            DutyOverlays overlays,
            DutyRules rules,
            DutyCalendar calendar,
            JdbcClient database,
            MessageSource messages,
            Clock clock) {
        this.overlays = overlays;
        this.rules = rules;
        this.calendar = calendar;
        this.database = database;
        this.messages = messages;
        this.clock = clock;
    }

    /** Overlays the rule in all places of the jurisdiction; an earlier overlay gives way on that day. */
    @PreAuthorize("hasAuthority('" + DutyAuthorities.OVERLAY + "')")
    public void overlay(Jurisdiction jurisdiction, OverlayDutyRule command, Actor by) {
        onlyOneAtATime(command.code());
        if (overlays.findById(command.overlay(), jurisdiction).isPresent()) {
            return;
        }
        var today = LocalDate.now(clock);
        var general = rules.general(command.code(), command.validFrom())
                .or(() -> rules.general(command.code(), today))
                .orElseThrow(() -> new DutyRuleNotFound(command.code()));
        var overlay = new DutyOverlay(
                command,
                general,
                rules.effective(command.code(), jurisdiction.root(), command.validFrom())
                        .orElse(general),
                jurisdiction.root(),
                inWords(general, command),
                Recorded.by(by, clock.instant()),
                today);
        latest(jurisdiction, command.code()).ifPresent(earlier -> {
            earlier.giveWayTo(overlay);
            overlays.saveAndFlush(earlier);
        });
        overlays.saveAndFlush(overlay);
        follow(jurisdiction);
    }

    /** From the day on the general rule holds again; an overlay that has not begun by then is withdrawn. */
    @PreAuthorize("hasAuthority('" + DutyAuthorities.OVERLAY + "')")
    public void end(Jurisdiction jurisdiction, OverlayId id, LocalDate on, String reason, Actor by) {
        var overlay = overlays.findById(id, jurisdiction).orElseThrow(() -> new DutyRuleNotFound(id));
        var today = LocalDate.now(clock);
        var general = rules.general(overlay.getCode(), on)
                .or(() -> rules.general(overlay.getCode(), today))
                .orElseThrow(() -> new DutyRuleNotFound(overlay.getCode()));
        overlay.end(on, reason, general, Recorded.by(by, clock.instant()), today);
        overlays.saveAndFlush(overlay);
        if (overlay.isWithdrawn()) {
            latest(jurisdiction, overlay.getCode()).ifPresent(earlier -> {
                earlier.standInFor(overlay);
                overlays.saveAndFlush(earlier);
            });
        }
        follow(jurisdiction);
    }

    private Optional<DutyOverlay> latest(Jurisdiction jurisdiction, String code) {
        return overlays
                .findAll(
                        jurisdiction,
                        (root, query, cb) -> cb.and(
                                cb.equal(root.get("code"), code),
                                cb.equal(root.get("place").get("value"), jurisdiction.lo()),
                                cb.isFalse(root.get("withdrawn"))),
                        Pageable.unpaged())
                .stream()
                .max(Comparator.comparing(DutyOverlay::getValidFrom));
    }

    private String inWords(DutyRule general, OverlayDutyRule command) {
        return messages.getMessage(
                "core.duty.overlay.basis-text",
                new Object[] {general.basisText(), general.basisSource(), general.basisArticle(), command.reason()},
                Locale.CHINA);
    }

    private void follow(Jurisdiction jurisdiction) {
        var today = LocalDate.now(clock);
        calendar.generate(jurisdiction, today, today.plusYears(1));
    }

    private void onlyOneAtATime(String code) {
        database.sql("select pg_advisory_xact_lock(hashtext(:code))")
                .param("code", "duty-rule " + code)
                .query((rs, i) -> code)
                .list();
    }
}
