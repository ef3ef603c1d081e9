package io.qiangcun.core.warning;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do about warnings. Who answers is the place the warning is about; who supervises is a place above it, so
 * that nobody urges, transfers or judges his own matter.
 */
@Service
@Transactional
public class WarningService {

    private final EarlyWarnings warnings;
    private final WarningLog log;
    private final Clock clock;

    WarningService(EarlyWarnings warnings, WarningLog log, Clock clock) {
        this.warnings = warnings;
        this.log = log;
        this.clock = clock;
    }

    /** Notes that the place it is about has opened it; whoever else opens it leaves no trace. */
    public void see(Jurisdiction jurisdiction, WarningId id, Actor by) {
        var warning = find(jurisdiction, id);
        if (isAbout(jurisdiction, warning) && warning.see()) {
            log.write(warning, ActionKind.SEEN, by, null);
            warnings.save(warning);
        }
    }

    @PreAuthorize("hasAuthority('" + WarningAuthorities.ANSWER + "')")
    public void takeInHand(Jurisdiction jurisdiction, WarningId id, LocalDate expectedOn, String note, Actor by) {
        if (expectedOn.isBefore(LocalDate.now(clock))) {
            throw new WarningActionRefused("expectedOn", "expected-in-the-past");
        }
        var warning = findOwn(jurisdiction, id);
        warning.takeInHand(expectedOn);
        log.write(warning, ActionKind.IN_HAND, by, note);
        warnings.save(warning);
    }

    @PreAuthorize("hasAuthority('" + WarningAuthorities.ANSWER + "')")
    public void appeal(Jurisdiction jurisdiction, WarningId id, String reason, Actor by) {
        var warning = findOwn(jurisdiction, id);
        warning.appeal(by, reason, clock.instant());
        log.write(warning, ActionKind.APPEALED, by, reason);
        warnings.save(warning);
    }

    /**
     * Urges one or many. What has ended meanwhile, was urged by the same batch before or is the supervisor's own matter
     * is left out.
     *
     * @param batch made when the form was rendered, so that sending it twice urges once
     * @return how many were urged
     */
    @PreAuthorize("hasAuthority('" + WarningAuthorities.SUPERVISE + "')")
    public int urge(Jurisdiction jurisdiction, Collection<WarningId> ids, String note, UUID batch, Actor by) {
        var urged = 0;
        for (var warning : warnings.findAll(
                jurisdiction,
                (root, query, cb) -> root.get("id")
                        .get("value")
                        .in(ids.stream().map(WarningId::value).toList()),
                Pageable.unpaged())) {
            if (warning.isOpen()
                    && !isAbout(jurisdiction, warning)
                    && log.write(warning, ActionKind.URGED, by, note, batch)) {
                warning.urge(by, note, clock.instant());
                warnings.save(warning);
                urged++;
            }
        }
        return urged;
    }

    /** Hands the warning to another level, with a word why; the next step takes it on from there. */
    @PreAuthorize("hasAuthority('" + WarningAuthorities.SUPERVISE + "')")
    public void transfer(Jurisdiction jurisdiction, WarningId id, HolderLevel to, String note, Actor by) {
        var warning = findBelow(jurisdiction, id);
        warning.transfer(to, note, clock.instant());
        log.write(warning, ActionKind.TRANSFERRED, by, note);
        warnings.save(warning);
    }

    /** Upholds an appeal, which overturns the warning, or dismisses it; always with a reason. */
    @PreAuthorize("hasAuthority('" + WarningAuthorities.SUPERVISE + "')")
    public void decide(Jurisdiction jurisdiction, WarningId id, boolean upheld, String reason, Actor by) {
        var warning = findBelow(jurisdiction, id);
        warning.decide(by, upheld, reason, clock.instant(), LocalDate.now(clock));
        log.write(warning, upheld ? ActionKind.OVERTURNED : ActionKind.APPEAL_DISMISSED, by, reason);
        warnings.save(warning);
    }

    private EarlyWarning findOwn(Jurisdiction jurisdiction, WarningId id) {
        var warning = find(jurisdiction, id);
        if (!isAbout(jurisdiction, warning)) {
            throw new WarningActionRefused(null, "not-your-own");
        }
        return warning;
    }

    private EarlyWarning findBelow(Jurisdiction jurisdiction, WarningId id) {
        var warning = find(jurisdiction, id);
        if (isAbout(jurisdiction, warning)) {
            throw new WarningActionRefused(null, "your-own");
        }
        return warning;
    }

    private EarlyWarning find(Jurisdiction jurisdiction, WarningId id) {
        return warnings.findById(id, jurisdiction).orElseThrow(() -> new WarningNotFound(id));
    }

    private static boolean isAbout(Jurisdiction jurisdiction, EarlyWarning warning) {
        return jurisdiction.equals(Jurisdiction.within(warning.placeCode()));
    }
}
