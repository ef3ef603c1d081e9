package io.qiangcun.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qiangcun.core.account.AccountId;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class AuditTrailTests {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager manager;

    private PlaceFixtures places;

    @BeforeEach
    void plant(@Autowired PlaceTree tree) {
        places = PlaceFixtures.plantedIn(tree);
    }

    @Test
    void writesDownWhatHappenedWhereAndWhoDidIt() {
        var well = AccountId.next();
        inVillage(() -> events.publishEvent(new WellDug(well, places.east(), LocalDate.of(2026, 5, 1))));

        assertThat(entriesOf(well))
                .containsExactly("core.audit.AuditTrailTests.WellDug " + places.east() + " village-" + places.east()
                        + " Post at "
                        + places.east() + " Holder at " + places.east() + " {\"day\": \"2026-05-01\", \"well\": \""
                        + well
                        + "\", \"placeCode\": \"" + places.east() + "\"}");
    }

    @Test
    void forgetsWhatDidNotHappen() {
        var well = AccountId.next();
        inVillage(() -> new TransactionTemplate(manager).executeWithoutResult(status -> {
            events.publishEvent(new WellDug(well, places.east(), LocalDate.EPOCH));
            status.setRollbackOnly();
        }));

        assertThat(entriesOf(well)).isEmpty();
    }

    @Test
    void isNotShownOutsideTheJurisdiction() {
        var well = AccountId.next();
        inVillage(() -> events.publishEvent(new WellDug(well, places.east(), LocalDate.EPOCH)));

        try (var scope = Scope.as(Jurisdiction.within(places.west()))) {
            assertThat(read(well)).isEmpty();
        }
    }

    @Test
    void cannotBeChangedByTheApplication() {
        for (var change : List.of(
                "update audit_entry set holder = 'Somebody else'",
                "delete from audit_entry",
                "truncate audit_entry, audit_seal",
                "update audit_seal set hash = previous_hash",
                "delete from audit_seal")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(change)
                    .isThrownBy(() -> inVillage(() -> new TransactionTemplate(manager)
                            .executeWithoutResult(status -> database.sql(change).update())))
                    .withStackTraceContaining("permission denied");
        }
    }

    private void inVillage(Runnable work) {
        try (var here = SignedIn.here(database, places.east(), null)) {
            work.run();
        }
    }

    private List<String> entriesOf(AccountId well) {
        try (var scope = Scope.as(Jurisdiction.within(places.county()))) {
            return read(well);
        }
    }

    private List<String> read(AccountId well) {
        return new TransactionTemplate(manager).execute(status -> database.sql("""
            select concat_ws(' ', type, place_code, login, post, holder, payload) from audit_entry where subject = :well
            """)
                .param("well", well.toString())
                .query(String.class)
                .list());
    }

    record WellDug(AccountId well, PlaceCode placeCode, LocalDate day) implements DomainEvent, PlaceBound {}
}
