package io.qiangcun.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything an administrator of the database could do to the trail is done here, as the owner, and undone. */
@ApplicationTest
class VerifyAuditTests {

    @Autowired
    AuditSealer sealer;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSource source;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    Flyway flyway;

    @Autowired
    Clock clock;

    @TempDir
    Path directory;

    private JdbcClient owner;
    private AuditHeads heads;
    private long first;

    @BeforeEach
    void writeFiveEntries(@Autowired PlaceTree tree, @Autowired ApplicationEventPublisher events) {
        owner = JdbcClient.create(flyway.getConfiguration().getDataSource());
        heads = new AuditHeads(
                new AuditProperties(directory.resolve("heads.txt").toString()), clock);
        var place = PlaceFixtures.plantedIn(tree).east();
        everywhere(() -> {
            sealAll();
            for (var i = 0; i < 5; i++) {
                events.publishEvent(new StoneLaid(AccountId.next(), place));
            }
            sealAll();
            return true;
        });
        first = owner.sql("select max(audit_entry_id) - 4 from audit_entry")
                .query(Long.class)
                .single();
        owner.sql("alter table audit_seal drop constraint audit_seal_audit_entry_id_fkey")
                .update();
        owner.sql("create table entries_before as table audit_entry").update();
        owner.sql("create table seals_before as table audit_seal").update();
    }

    @AfterEach
    void restore() {
        owner.sql("truncate audit_entry, audit_seal").update();
        owner.sql("insert into audit_entry overriding system value table entries_before")
                .update();
        owner.sql("insert into audit_seal table seals_before").update();
        owner.sql("drop table entries_before, seals_before").update();
        owner.sql(
                        "alter table audit_seal add constraint audit_seal_audit_entry_id_fkey foreign key (audit_entry_id) references audit_entry")
                .update();
    }

    @Test
    void findsNothingWrongWithAnHonestTrail() {
        var verdict = verify();

        assertThat(verdict.flaw()).isNull();
        assertThat(verdict.sealed()).isGreaterThanOrEqualTo(5);
        assertThat(verdict.head())
                .isEqualTo(everywhere(() -> sealer.sealedHead().orElseThrow().hash()));
    }

    @Test
    void aTrailThatBeginsInThePastIsAsHonestAndBeginsOnce(
            @Autowired PastSeals past, @Autowired PlaceTree tree, @Autowired ApplicationEventPublisher events) {
        var place = PlaceFixtures.plantedIn(tree).east();
        owner.sql("truncate audit_entry, audit_seal").update();
        var september = Instant.parse("2026-09-30T15:50:00Z");
        var october = Instant.parse("2026-10-31T15:50:00Z");
        Supplier<Boolean> begin = () -> past.seal(Jurisdiction.everywhere(), place, List.of(september, october));

        assertThat(everywhere(begin)).isTrue();
        assertThat(everywhere(begin)).isFalse();
        everywhere(() -> {
            events.publishEvent(new StoneLaid(AccountId.next(), place));
            sealAll();
            return true;
        });

        assertThat(verify().flaw()).isNull();
        assertThat(verify().sealed()).isEqualTo(3);
        assertThat(everywhere(() -> sealer.lastOf(LocalDate.of(2026, 9, 30)).map(SealedHead::sequence)))
                .contains(1L);
        assertThat(everywhere(() -> sealer.lastOf(LocalDate.of(2026, 10, 30)))).isEmpty();
    }

    @Test
    void namesTheEntryThatWasChanged() {
        owner.sql("update audit_entry set holder = 'Somebody else' where audit_entry_id = :id")
                .param("id", first + 2)
                .update();

        assertThat(verify().flaw()).startsWith("Entry " + (first + 2)).contains("changed");
    }

    @Test
    void namesTheEntryThatWasRemoved() {
        owner.sql("delete from audit_entry where audit_entry_id = :id")
                .param("id", first + 1)
                .update();

        assertThat(verify().flaw()).startsWith("Entry " + (first + 1)).contains("missing");
    }

    @Test
    void noticesAnEntryRemovedTogetherWithItsSeal() {
        owner.sql("delete from audit_entry where audit_entry_id = :id")
                .param("id", first + 1)
                .update();
        owner.sql("delete from audit_seal where audit_entry_id = :id")
                .param("id", first + 1)
                .update();

        assertThat(verify().flaw()).startsWith("Seal").endsWith("is missing");
    }

    @Test
    void namesTheFirstOfTwoEntriesThatWereSwapped() {
        owner.sql("""
            update audit_entry a set subject = b.subject, payload = b.payload, happened_at = b.happened_at
            from audit_entry b
            where a.audit_entry_id in (:first, :second) and b.audit_entry_id = :first + :second - a.audit_entry_id
            """).param("first", first).param("second", first + 3).update();

        assertThat(verify().flaw()).startsWith("Entry " + first + ",").contains("moved");
    }

    @Test
    void noticesTwoSealsThatWereSwapped() {
        owner.sql("update audit_seal set seal_seq = seal_seq + 1000000 where audit_entry_id = :id")
                .param("id", first)
                .update();

        assertThat(verify().flaw()).startsWith("Seal").endsWith("is missing");
    }

    @Test
    void noticesAnEntrySlippedInLater() {
        owner.sql("""
            insert into audit_entry (recorded_at, happened_at, login, post, holder, place_code, type, subject, payload)
            select recorded_at - interval '3 days', happened_at, login, post, holder, place_code, type, 'slipped in', payload
            from audit_entry where audit_entry_id = :id
            """).param("id", first).update();

        assertThat(verify().flaw()).endsWith("was slipped in behind the chain");
    }

    @Test
    void noticesThatTheEndWasCutOffIfAHeadWasNotedOutside() {
        everywhere(() -> {
            heads.note(sealer.sealedHead().orElseThrow());
            return true;
        });
        owner.sql("delete from audit_entry where audit_entry_id > :id")
                .param("id", first)
                .update();
        owner.sql("delete from audit_seal where audit_entry_id > :id")
                .param("id", first)
                .update();

        assertThat(verify().flaw()).startsWith("The chain ends at seal");
    }

    @Test
    void noticesAChainWrittenAnewIfAHeadWasNotedOutside() {
        everywhere(() -> {
            heads.note(sealer.sealedHead().orElseThrow());
            return true;
        });
        owner.sql("update audit_entry set holder = 'Somebody else' where audit_entry_id = :id")
                .param("id", first)
                .update();
        owner.sql("delete from audit_seal where audit_entry_id >= :id")
                .param("id", first)
                .update();
        everywhere(() -> sealer.seal(Jurisdiction.everywhere()));

        assertThat(verify().flaw()).endsWith("is not the one that was noted outside the database");
    }

    @Test
    void noticesThatEverythingIsGone() {
        owner.sql("truncate audit_entry, audit_seal").update();

        assertThat(verify().flaw()).isEqualTo("All entries are gone");
    }

    private AuditVerdict verify() {
        var consistent = new TransactionTemplate(manager);
        consistent.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return everywhere(() -> consistent.execute(
                status -> new AuditVerifier(database, source, heads).verify(Jurisdiction.everywhere())));
    }

    private void sealAll() {
        while (sealer.seal(Jurisdiction.everywhere()) == AuditSealer.BATCH) {
            // goes on until a batch is not full
        }
    }

    private static <T> T everywhere(Supplier<T> work) {
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            return work.get();
        }
    }

    record StoneLaid(AccountId stone, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
}
