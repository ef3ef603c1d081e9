package io.qiangcun.party.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qiangcun.core.account.AccountFilter;
import io.qiangcun.core.account.AccountId;
import io.qiangcun.core.account.AccountQueries;
import io.qiangcun.core.account.AccountService;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.account.OpenAccount;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.account.UnitTaken;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.party.organisation.DissolveOrganisation;
import io.qiangcun.party.organisation.OrganisationFixtures;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.StatementCounter;
import io.qiangcun.testkit.TestClock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One organisation, one account: how the county gives an organisation its account. */
@ApplicationTest
class OrganisationAccountTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    OrganisationService organisations;

    @Autowired
    AccountService accounts;

    @Autowired
    AccountQueries queries;

    @Autowired
    CurrentAccount current;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private OrganisationId east;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        east = OrganisationFixtures.branchIn(organisations, places.east(), "East branch");
        OrganisationFixtures.branchIn(organisations, places.west(), "West branch");
    }

    @Test
    void isFoundLevelByLevel() {
        assertThat(get("/core/accounts/new"))
                .hasStatusOk()
                .bodyText()
                .contains("Qing County", "Stone Bridge", "within=" + places.township())
                .doesNotContain("place=" + places.east());
        assertThat(get("/core/accounts/new?within=" + places.township()))
                .hasStatusOk()
                .bodyText()
                .contains("place=" + places.east(), "place=" + places.west());
    }

    @Test
    void isFoundByPartOfItsName() {
        assertThat(get("/core/accounts/new?text=East"))
                .bodyText()
                .contains("East Village", "East branch", "unit=" + east)
                .doesNotContain("West branch");
        assertThat(get("/core/accounts/new?text=nowhere")).bodyText().contains("没有找到这样的所在地或组织");
    }

    @Test
    void isNotFoundOutsideTheJurisdiction() {
        var elsewhere = PlaceFixtures.plantedIn(tree);
        var foreign = OrganisationFixtures.branchIn(organisations, elsewhere.east(), "Foreign branch");

        assertThat(get("/core/accounts/new?text=Foreign")).bodyText().doesNotContain("Foreign branch");
        assertThat(get("/core/accounts/new?within=" + elsewhere.township())).hasStatus(404);
        assertThat(open(AccountId.next(), places.east(), foreign))
                .hasStatus(422)
                .bodyText()
                .contains("所选组织不在账号所在地");
    }

    @Test
    void isChosenWithinItsPlaceAndShownInListAndDetail() {
        var id = AccountId.next();

        assertThat(get("/core/accounts/new?place=" + places.east() + "&unit=" + east))
                .bodyText()
                .containsPattern("value=\"" + east + "\" selected")
                .doesNotContain("West branch");
        assertThat(open(id, places.east(), east)).hasRedirectedUrl("/core/accounts/" + id);
        assertThat(get("/core/accounts/" + id)).bodyText().contains("East branch");
        assertThat(get("/core/accounts")).bodyText().contains("East branch");
        assertThat(get("/core/accounts/new?text=East")).bodyText().contains(login(id));
    }

    @Test
    void hasOneAccount() {
        var first = AccountId.next();
        open(first, places.east(), east);

        assertThat(get("/core/accounts/new?place=" + places.east()))
                .bodyText()
                .contains("East branch（已有账号 " + login(first) + "）");
        assertThat(open(AccountId.next(), places.east(), east))
                .hasStatus(422)
                .bodyText()
                .contains("该组织已有账号。一个组织只设一个账号");
    }

    @Test
    void hasOneAccountAlsoWhenTwoAreOpenedAtOnce() {
        open(AccountId.next(), places.east(), east);

        try (var here = SignedIn.here(database, places.county(), null)) {
            var command =
                    new OpenAccount(places.east(), RoleName.VILLAGE, "second-" + places.east(), "P", "H", east.value());
            assertThatExceptionOfType(UnitTaken.class)
                    .isThrownBy(
                            () -> accounts.open(current.jurisdiction(), current.actor(), AccountId.next(), command));
        }
    }

    @Test
    void isGivenToAnAccountThatIsThereAlready() {
        var id = AccountId.next();
        open(id, places.east(), null);

        assertThat(get("/core/accounts/" + id + "/edit"))
                .hasStatusOk()
                .bodyText()
                .contains("East branch");
        assertThat(amend(id, 0, "Secretary of East", east)).hasRedirectedUrl("/core/accounts/" + id);
        assertThat(get("/core/accounts/" + id)).bodyText().contains("Secretary of East", "East branch");
        assertThat(amend(id, 0, "Secretary of East", east)).as("sent twice").hasRedirectedUrl("/core/accounts/" + id);
    }

    @Test
    void showsBothVersionsWhenTheAccountChangedMeanwhile() {
        var id = AccountId.next();
        open(id, places.east(), null);
        amend(id, 0, "Theirs", null);

        assertThat(amend(id, 0, "Mine", east))
                .hasStatus(409)
                .bodyText()
                .contains("Mine", "Theirs", "East branch", "name=\"version\"", "value=\"1\"");
    }

    @Test
    void staysTheAccountsOwnAfterItIsDissolved() {
        var id = AccountId.next();
        open(id, places.east(), east);
        try (var here = SignedIn.here(database, places.county(), null)) {
            organisations.dissolve(
                    current.jurisdiction(),
                    current.actor(),
                    new DissolveOrganisation(east, 0, TestClock.TODAY, "Merged"));
        }

        assertThat(get("/core/accounts/" + id + "/edit")).bodyText().contains("East branch");
        assertThat(amend(id, 0, "Archivist", east)).hasRedirectedUrl("/core/accounts/" + id);
    }

    @Test
    void isNotGivenToAnAccountOutsideTheJurisdictionOrAboveTheOwnRank() {
        var id = AccountId.next();
        open(id, places.east(), null);
        var elsewhere = SignedIn.at(PlaceFixtures.plantedIn(tree).county());

        assertThat(mvc.get().uri("/core/accounts/" + id + "/edit").with(elsewhere))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/core/accounts/" + id + "/edit")
                        .param("post", "Intruder")
                        .param("version", "0")
                        .with(elsewhere))
                .hasStatus(404);
        var administrator = administrator();
        for (var form : new String[] {"/edit", "/hand-over"}) {
            assertThat(get("/core/accounts/" + administrator + form)).as(form).hasStatus(403);
        }
    }

    @Test
    void areNamedInOneStatementHoweverManyAreListed() throws Exception {
        open(AccountId.next(), places.east(), east);
        var one = StatementCounter.statementsOf(() -> get("/core/accounts"));
        for (var i = 0; i < 5; i++) {
            open(
                    AccountId.next(),
                    places.west(),
                    OrganisationFixtures.branchIn(organisations, places.west(), "Branch " + i));
        }

        assertThat(StatementCounter.statementsOf(() -> get("/core/accounts"))).hasSameSizeAs(one);
    }

    private AccountId administrator() {
        try (var here = SignedIn.here(database, places.county(), null)) {
            accounts.openAll(
                    current.jurisdiction(),
                    List.of(new OpenAccount(
                            places.county(), RoleName.ADMINISTRATOR, "chief-" + places.county(), "P", "H", null)),
                    "");
            return queries.all(current.jurisdiction(), new AccountFilter("chief-", null, null, null))
                    .get(0)
                    .id();
        }
    }

    private MvcTestResult open(AccountId id, PlaceCode place, @Nullable OrganisationId unit) {
        return post(
                "/core/accounts",
                Map.of(
                        "id",
                        id.toString(),
                        "place",
                        place.value(),
                        "role",
                        "VILLAGE",
                        "unit",
                        unit == null ? "" : unit.toString(),
                        "post",
                        "Secretary",
                        "holder",
                        "A Holder",
                        "login",
                        login(id)));
    }

    private MvcTestResult amend(AccountId id, long version, String post, @Nullable OrganisationId unit) {
        return post(
                "/core/accounts/" + id + "/edit",
                Map.of("version", String.valueOf(version), "post", post, "unit", unit == null ? "" : unit.toString()));
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(SignedIn.at(places.county())).exchange();
    }

    private MvcTestResult post(String uri, Map<String, String> form) {
        var request = mvc.post().uri(uri).with(SignedIn.at(places.county()));
        form.forEach(request::param);
        return request.exchange();
    }

    private static String login(AccountId id) {
        return "login-" + id.toString().substring(0, 8);
    }
}
