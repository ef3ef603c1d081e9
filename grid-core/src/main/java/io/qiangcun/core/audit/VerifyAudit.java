package io.qiangcun.core.audit;

import io.qiangcun.core.account.DatabaseScope;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import java.time.Clock;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * {@code java -jar … verify-audit}: checks the trail, says what it found and ends. Starts the verifier and the connection
 * to the database, and nothing else of the application. Deliberately no stereotype.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    TransactionManagerCustomizationAutoConfiguration.class
})
@EnableConfigurationProperties(AuditProperties.class)
@Import({AuditHeads.class, AuditVerifier.class, DatabaseScope.class})
public class VerifyAudit {

    public static final String COMMAND = "verify-audit";

    private static final Logger LOG = LoggerFactory.getLogger(VerifyAudit.class);

    VerifyAudit() {}

    /**
     * @param arguments properties of the application, such as {@code --spring.datasource.url=…}
     * @return the exit code: 0 if nothing is wrong
     */
    public static int run(String... arguments) {
        var application = new SpringApplication(VerifyAudit.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        try (var context = application.run(inPlainWords(arguments))) {
            return tell(verify(context.getBean(AuditVerifier.class)));
        }
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    private static AuditVerdict verify(AuditVerifier verifier) {
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            return verifier.verify(Jurisdiction.everywhere());
        }
    }

    private static int tell(AuditVerdict verdict) {
        if (verdict.isGood()) {
            LOG.info(
                    "OK: {} entries chained, {} not yet, head {}", verdict.sealed(), verdict.waiting(), verdict.head());
            return 0;
        }
        LOG.error("BAD: {}; the {} entries before are good", verdict.flaw(), verdict.sealed());
        return 1;
    }

    private static String[] inPlainWords(String... arguments) {
        var plain = Stream.of(
                "--logging.pattern.console=%m%n%ex{short}",
                "--logging.level.root=warn", "--logging.level." + VerifyAudit.class.getName() + "=info");
        return Stream.concat(plain, Stream.of(arguments)).toArray(String[]::new);
    }
}
