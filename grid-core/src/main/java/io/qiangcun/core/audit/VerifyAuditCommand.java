package io.qiangcun.core.audit;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code java -jar … verify-audit}: checks the trail, says what it found, and ends with 0 or 1. */
@Component
@ConditionalOnProperty(name = "qiangcun.command", havingValue = VerifyAuditCommand.NAME)
class VerifyAuditCommand implements ApplicationRunner, ExitCodeGenerator {

    static final String NAME = "verify-audit";

    private static final Logger LOG = LoggerFactory.getLogger(VerifyAuditCommand.class);

    private final AuditVerifier verifier;
    private int exitCode = 1;

    VerifyAuditCommand(AuditVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            var verdict = verifier.verify(Jurisdiction.everywhere());
            if (verdict.isGood()) {
                LOG.info(
                        "OK: {} entries chained, {} waiting, head {}",
                        verdict.sealed(),
                        verdict.waiting(),
                        verdict.head());
            } else {
                LOG.error("BAD: {} ({} entries before it are good)", verdict.flaw(), verdict.sealed());
            }
            exitCode = verdict.isGood() ? 0 : 1;
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
