package io.qiangcun.core.account;

import io.qiangcun.core.place.Jurisdiction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells whoever starts an installation without accounts how to get in, once. */
@Component
@ConditionalOnProperty(name = "qiangcun.demo.enabled", havingValue = "false", matchIfMissing = true)
class FirstStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final FirstAdministrator administrator;

    FirstStart(FirstAdministrator administrator) {
        this.administrator = administrator;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            if (administrator.isNeeded()) {
                administrator.open().ifPresentOrElse(FirstStart::tell, FirstStart::askForThePlace);
            }
        }
    }

    private static void tell(IssuedPassword issued) {
        LOG.warn(
                "First start: sign in as {} with the one-time password {} before {}. It is not shown again.",
                issued.login(),
                issued.password(),
                issued.expiresAt());
    }

    private static void askForThePlace() {
        LOG.warn("Nobody can sign in yet: start again with qiangcun.first-start.place-code (six digits of the county)"
                + " and qiangcun.first-start.place-name");
    }
}
