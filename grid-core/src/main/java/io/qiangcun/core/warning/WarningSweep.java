package io.qiangcun.core.warning;

import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks every rule what it finds and brings the warnings in line; one transaction for each rule. */
@Service
public class WarningSweep {

    private static final Logger log = LoggerFactory.getLogger(WarningSweep.class);

    private final List<WarningRule> rules;
    private final RuleRun run;

    WarningSweep(ObjectProvider<WarningRule> rules, RuleRun run) {
        this.rules = rules.orderedStream().toList();
        this.run = run;
        var codes = new HashSet<String>();
        this.rules.forEach(rule -> {
            if (!codes.add(rule.code())) {
                throw new IllegalStateException("Two warning rules are called " + rule.code());
            }
        });
    }

    /** Sweeps the jurisdiction as of the day. A rule that fails is logged and keeps its warnings as they are. */
    public List<WarningsSwept> sweep(Jurisdiction jurisdiction, LocalDate today) {
        return rules.stream()
                .map(rule -> sweep(rule, jurisdiction, today))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Sweeps with one rule in the caller's own transaction, for what must not wait until the night. A failure is the
     * caller's: its record and the warning are both written or neither.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sweepNow(String code, Jurisdiction jurisdiction, LocalDate today) {
        var rule = rules.stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow();
        run.run(rule, jurisdiction, today);
    }

    private Optional<WarningsSwept> sweep(WarningRule rule, Jurisdiction jurisdiction, LocalDate today) {
        try {
            var swept = run.run(rule, jurisdiction, today);
            log.info(
                    "Warning rule {}: {} found, {} refreshed, {} cleared",
                    rule.code(),
                    swept.found(),
                    swept.refreshed(),
                    swept.cleared());
            return Optional.of(swept);
        } catch (RuntimeException failure) {
            log.error("Warning rule {} failed", rule.code(), failure);
            return Optional.empty();
        }
    }
}
