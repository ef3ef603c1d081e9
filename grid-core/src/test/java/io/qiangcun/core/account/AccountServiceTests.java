package io.qiangcun.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceNotFound;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class AccountServiceTests {

    @Autowired
    AccountService accounts;

    @Autowired
    AccountQueries queries;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    CurrentAccount current;

    private PlaceFixtures places;
    private Jurisdiction county;
    private Scope.Held here;

    @BeforeEach
    void actForTheCounty(@Autowired PlaceTree tree) {
        places = PlaceFixtures.plantedIn(tree);
        county = Jurisdiction.within(places.county());
        here = SignedIn.here(database, places.county(), null);
    }

    @AfterEach
    void leave() {
        here.close();
    }

    @Test
    void opensAnAccountForTheOneWhoHoldsThePost() {
        var id = openVillage("opened");

        var account = queries.find(county, id);
        assertThat(account.row().holder()).isEqualTo("First Holder");
        assertThat(account.row().state()).isEqualTo(AccountState.NEW);
        assertThat(account.holdings()).hasSize(1);
    }

    @Test
    void opensTheSameAccountOnce() {
        var id = openVillage("twice");

        assertThat(accounts.open(county, current.actor(), id, village("twice"))).isEmpty();
    }

    @Test
    void doesNotOpenAnAccountOutsideTheJurisdiction() {
        var east = Jurisdiction.within(places.east());

        assertThatExceptionOfType(PlaceNotFound.class)
                .isThrownBy(() -> accounts.open(
                        east,
                        current.actor(),
                        AccountId.next(),
                        new OpenAccount(places.west(), RoleName.VILLAGE, login("outside"), "P", "H", null)));
    }

    @Test
    void givesALoginToOneAccountOnlyEvenInACountyThatNobodyHereCanSee(@Autowired PlaceTree tree) {
        var elsewhere = PlaceFixtures.plantedIn(tree);
        var taken = "taken-" + elsewhere.county();
        try (var scope = Scope.as(Jurisdiction.within(elsewhere.county()))) {
            accounts.openAll(
                    Jurisdiction.within(elsewhere.county()),
                    List.of(new OpenAccount(elsewhere.east(), RoleName.VILLAGE, taken, "P", "H", null)),
                    "");
        }

        assertThatExceptionOfType(LoginTaken.class)
                .isThrownBy(() -> accounts.open(
                        county,
                        current.actor(),
                        AccountId.next(),
                        new OpenAccount(places.east(), RoleName.VILLAGE, taken, "P", "H", null)));
    }

    @Test
    void keepsRolesAtTheirLevel() {
        assertThatExceptionOfType(RoleNotAtPlace.class).isThrownBy(() -> open(places.east(), RoleName.TOWNSHIP));
        assertThatExceptionOfType(RoleNotAtPlace.class).isThrownBy(() -> open(places.township(), RoleName.VILLAGE));
    }

    @Test
    void doesNotLetACountyPostOpenItsEquals() {
        for (var role : List.of(RoleName.ADMINISTRATOR, RoleName.AUDITOR, RoleName.COUNTY)) {
            assertThatExceptionOfType(RankTooHigh.class).isThrownBy(() -> open(places.county(), role));
        }
    }

    @Test
    void doesNotLetACountyPostTakeOverTheAdministrator() {
        var login = login("the-administrator");
        accounts.openAll(
                county, List.of(new OpenAccount(places.county(), RoleName.ADMINISTRATOR, login, "P", "H", null)), "");
        var administrator = queries.all(county, new AccountFilter(login, null, null, null))
                .get(0)
                .id();
        var actor = current.actor();

        assertThatExceptionOfType(RankTooHigh.class)
                .isThrownBy(() -> accounts.issueOneTimePassword(county, actor, administrator));
        assertThatExceptionOfType(RankTooHigh.class)
                .isThrownBy(() -> accounts.handOver(county, actor, new HandOver(administrator, 0, "Usurper")));
        assertThatExceptionOfType(RankTooHigh.class).isThrownBy(() -> accounts.suspend(county, actor, administrator));
    }

    @Test
    void doesNotLetAnybodySuspendHimself() {
        var id = openVillage("self");
        var self = new Actor(id, "self", "P", "H", RoleName.ADMINISTRATOR, null);

        assertThatExceptionOfType(OwnAccountRefused.class).isThrownBy(() -> accounts.suspend(county, self, id));
    }

    @Test
    void isClosedToWhoeverLacksTheAuthority() {
        try (var village = SignedIn.here(database, places.east(), null)) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> openVillage("denied"));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> queries.all(county, AccountFilter.everything()));
        }
    }

    @Test
    void passesThePostOnAndRemembersWhoHeldIt() {
        var id = openVillage("passed-on");
        var before = stamp(id);

        var issued = accounts.handOver(county, current.actor(), new HandOver(id, version(id), "Second Holder"));

        assertThat(issued.password()).matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
        assertThat(queries.find(county, id).row().holder()).isEqualTo("Second Holder");
        assertThat(queries.find(county, id).holdings())
                .extracting(AccountView.Holding::name)
                .containsExactlyInAnyOrder("Second Holder", "First Holder");
        assertThat(stamp(id)).isGreaterThan(before);
    }

    @Test
    void refusesAHandOverDecidedOnAnOldVersion() {
        var id = openVillage("old-version");
        var old = version(id);
        accounts.handOver(county, current.actor(), new HandOver(id, old, "Second Holder"));

        assertThatExceptionOfType(AccountChanged.class)
                .isThrownBy(() -> accounts.handOver(county, current.actor(), new HandOver(id, old, "Third Holder")));
    }

    @Test
    void hasOneHolderAtATime() {
        var id = openVillage("one-holder");

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> inTransaction("""
            insert into account_holder (account_holder_id, account_id, place_code, name, held_from)
            select gen_random_uuid(), account_id, place_code, 'Another', now() from account where account_id = '%s'
            """.formatted(id)));
    }

    @Test
    void opensFiveHundredAndTwentyAccountsInTwoSeconds() {
        var all = IntStream.range(0, 520)
                .mapToObj(i -> new OpenAccount(
                        places.east(),
                        RoleName.VILLAGE,
                        login("mass-" + i),
                        "Post " + i,
                        "Holder " + i,
                        UUID.randomUUID()))
                .toList();

        var begin = System.nanoTime();
        accounts.openAll(county, all, "{argon2}encoded");

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        assertThat(queries.all(county, new AccountFilter("mass-", null, null, null)))
                .hasSize(520);
    }

    private AccountId openVillage(String name) {
        var id = AccountId.next();
        accounts.open(county, current.actor(), id, village(name));
        return id;
    }

    private OpenAccount village(String name) {
        return new OpenAccount(places.east(), RoleName.VILLAGE, login(name), "Secretary", "First Holder", null);
    }

    private void open(PlaceCode place, RoleName role) {
        accounts.open(
                county, current.actor(), AccountId.next(), new OpenAccount(place, role, login("x"), "P", "H", null));
    }

    private String login(String name) {
        return name + "-" + places.county();
    }

    private long version(AccountId id) {
        return queries.find(county, id).version();
    }

    private int stamp(AccountId id) {
        return new TransactionTemplate(manager)
                .execute(status -> database.sql("select stamp from account where account_id = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single());
    }

    private void inTransaction(String sql) {
        new TransactionTemplate(manager)
                .executeWithoutResult(status -> database.sql(sql).update());
    }
}
