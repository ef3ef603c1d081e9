package io.qiangcun.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.qiangcun.core.account.AccountId;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class VerifyAuditCommandTests {

    @Autowired
    HikariDataSource pool;

    @Autowired
    Flyway flyway;

    @TempDir
    Path directory;

    @BeforeEach
    void writeAnEntry(
            @Autowired PlaceTree tree, @Autowired ApplicationEventPublisher events, @Autowired AuditSealer sealer) {
        var place = PlaceFixtures.plantedIn(tree).east();
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            events.publishEvent(new StoneLaid(AccountId.next(), place));
            while (sealer.seal(Jurisdiction.everywhere()) == AuditSealer.BATCH) {
                // until a batch is not full
            }
        }
    }

    @Test
    void saysOkWithTheHeadAndEndsWithZero(CapturedOutput output) {
        assertThat(verify()).isZero();

        assertThat(output.getAll()).containsPattern("OK: \\d+ entries chained, \\d+ not yet, head [0-9a-f]{64}");
    }

    @Test
    void namesTheFirstBadEntryAndEndsWithOne(CapturedOutput output) {
        var owner = JdbcClient.create(flyway.getConfiguration().getDataSource());
        owner.sql(
                        "update audit_entry set holder = holder || '!' where audit_entry_id = (select max(audit_entry_id) from audit_entry)")
                .update();
        try {
            assertThat(verify()).isEqualTo(1);
        } finally {
            owner.sql(
                            "update audit_entry set holder = rtrim(holder, '!') where audit_entry_id = (select max(audit_entry_id) from audit_entry)")
                    .update();
        }

        assertThat(output.getAll()).containsPattern("BAD: Entry \\d+, sealed as \\d+, was changed or moved;");
    }

    private int verify() {
        return VerifyAudit.run(
                "--spring.config.import=classpath:database.properties",
                "--spring.datasource.url=" + pool.getJdbcUrl(),
                "--qiangcun.audit.heads=" + directory.resolve("heads.txt"));
    }

    record StoneLaid(AccountId stone, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
}
