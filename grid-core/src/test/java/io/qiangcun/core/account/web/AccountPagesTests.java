package io.qiangcun.core.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.AccountId;
import io.qiangcun.core.account.IssuedPassword;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.AccountFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class AccountPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    PlaceTree tree;

    private PlaceFixtures places;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
    }

    @Test
    void listsTheAccountsOfTheJurisdictionOnly() {
        var inside = accounts.openedAt(places.east(), RoleName.VILLAGE);
        var outside = accounts.openedAt(PlaceFixtures.plantedIn(tree).east(), RoleName.VILLAGE);

        assertThat(get("/core/accounts"))
                .hasStatusOk()
                .bodyText()
                .contains(inside, "Holder of " + inside, "East Village", "村级岗位", "正常")
                .doesNotContain(outside);
    }

    @Test
    void findsByTextRoleStateAndPlace() {
        var east = accounts.openedAt(places.east(), RoleName.VILLAGE);
        var west = accounts.openedAt(places.west(), RoleName.VILLAGE);
        var township = accounts.openedAt(places.township(), RoleName.TOWNSHIP);

        assertThat(get("/core/accounts?text=Holder of " + east))
                .bodyText()
                .contains(east)
                .doesNotContain(west, township);
        assertThat(get("/core/accounts?role=TOWNSHIP"))
                .bodyText()
                .contains(township)
                .doesNotContain(east, west);
        assertThat(get("/core/accounts?place=" + places.west()))
                .bodyText()
                .contains(west)
                .doesNotContain(east, township);
        assertThat(get("/core/accounts?state=SUSPENDED"))
                .bodyText()
                .contains("没有符合条件的账号")
                .doesNotContain(east);
        assertThat(get("/core/accounts?role=&state=&place=&text=")).bodyText().contains(east, west, township);
    }

    @Test
    void showsThirtyOnAPageAndTheRestOnTheNext() {
        for (var i = 0; i < 31; i++) {
            accounts.openedAt(places.east(), RoleName.VILLAGE);
        }

        assertThat(get("/core/accounts?role=VILLAGE")).bodyText().contains("共 31 条，第 1 / 2 页");
        assertThat(get("/core/accounts?role=VILLAGE&page=1"))
                .hasStatusOk()
                .bodyText()
                .contains("第 2 / 2 页");
    }

    @Test
    void exportsWhatTheFilterShows() throws Exception {
        var east = accounts.openedAt(places.east(), RoleName.VILLAGE);
        accounts.openedAt(places.west(), RoleName.VILLAGE);

        var file = get("/core/accounts/export?place=" + places.east())
                .getResponse()
                .getContentAsByteArray();

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(2).getCellText(0)).isEqualTo(east);
            assertThat(rows.get(2).getCellText(5)).isEqualTo(places.east().value());
        }
    }

    @Test
    void opensAnAccountAndShowsItsPasswordOnce() {
        assertThat(get("/core/accounts/new?text=Village"))
                .hasStatusOk()
                .bodyText()
                .contains("East Village", "West Village");
        assertThat(get("/core/accounts/new?place=" + places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("village-" + places.east(), "村级岗位")
                .doesNotContain("系统管理员");

        var id = AccountId.next();
        var opened = open(id, "secretary-" + places.east(), "Secretary", "A Holder");

        assertThat(opened).hasRedirectedUrl("/core/accounts/" + id);
        assertThat(issued(opened).login()).isEqualTo("secretary-" + places.east());
        assertThat(mvc.get()
                        .uri("/core/accounts/" + id)
                        .flashAttr("issued", issued(opened))
                        .with(SignedIn.at(places.county())))
                .bodyText()
                .contains(issued(opened).password(), "一次性密码", "待首次登录");
        assertThat(get("/core/accounts/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("Secretary", "A Holder")
                .doesNotContain(issued(opened).password());
    }

    @Test
    void opensOneAccountForADoubleClick() {
        var id = AccountId.next();
        open(id, "double-" + places.east(), "Secretary", "A Holder");

        var again = open(id, "double-" + places.east(), "Secretary", "A Holder");

        assertThat(again).hasRedirectedUrl("/core/accounts/" + id);
        assertThat(again.getMvcResult().getFlashMap().isEmpty()).isTrue();
    }

    @Test
    void saysAtTheFieldWhatIsMissingAndKeepsWhatWasTyped() {
        assertThat(open(AccountId.next(), "UPPER case!", " ", "A Holder"))
                .hasStatus(422)
                .bodyText()
                .contains("请填写岗位名称", "账号须为 3 至 40 个字母", "A Holder", "UPPER case!");
    }

    @Test
    void saysAtTheFieldThatTheLoginIsTaken() {
        var taken = accounts.openedAt(PlaceFixtures.plantedIn(tree).east(), RoleName.VILLAGE);

        assertThat(open(AccountId.next(), taken, "Secretary", "A Holder"))
                .hasStatus(422)
                .bodyText()
                .contains("账号名 " + taken + " 已被使用");
    }

    @Test
    void doesNotOpenAccountsOutsideTheJurisdiction() {
        var elsewhere = PlaceFixtures.plantedIn(tree);

        assertThat(get("/core/accounts/new?place=" + elsewhere.east())).hasStatus(404);
        assertThat(mvc.post()
                        .uri("/core/accounts")
                        .param("id", AccountId.next().toString())
                        .param("place", elsewhere.east().value())
                        .param("role", "VILLAGE")
                        .param("post", "Secretary")
                        .param("holder", "A Holder")
                        .param("login", "elsewhere-" + elsewhere.east())
                        .with(SignedIn.at(places.county())))
                .hasStatus(404);
    }

    @Test
    void handsThePostOver() {
        var id = opened();
        assertThat(get("/core/accounts/" + id + "/hand-over"))
                .hasStatusOk()
                .bodyText()
                .contains("新使用人姓名");

        assertThat(handOver(id, 0, "")).hasStatus(422).bodyText().contains("请填写使用人姓名");
        var handedOver = handOver(id, 0, "Next Holder");

        assertThat(issued(handedOver).password()).isNotEmpty();
        assertThat(get("/core/accounts/" + id)).bodyText().contains("Next Holder", "A Holder");
        assertThat(handOver(id, 0, "Too Late")).hasStatus(409);
    }

    @Test
    void suspendsAndReopens() {
        var id = opened();

        assertThat(post("/core/accounts/" + id + "/suspend")).hasRedirectedUrl("/core/accounts/" + id);
        assertThat(get("/core/accounts/" + id)).bodyText().contains("已停用", "恢复使用");
        post("/core/accounts/" + id + "/reopen");
        assertThat(get("/core/accounts/" + id)).bodyText().contains("待首次登录").doesNotContain("恢复使用");
    }

    @Test
    void unlocksAndIssuesAgain() {
        var id = opened();

        assertThat(issued(post("/core/accounts/" + id + "/one-time-password")).password())
                .isNotEmpty();
        assertThat(post("/core/accounts/" + id + "/unlock")).hasRedirectedUrl("/core/accounts/" + id);
    }

    @Test
    void areNotFoundOutsideTheJurisdiction() {
        var id = opened();
        var elsewhere = SignedIn.at(PlaceFixtures.plantedIn(tree).county());

        assertThat(mvc.get().uri("/core/accounts/" + id).with(elsewhere)).hasStatus(404);
        for (var action : List.of("suspend", "reopen", "unlock", "one-time-password")) {
            assertThat(mvc.post().uri("/core/accounts/" + id + "/" + action).with(elsewhere))
                    .hasStatus(404);
        }
        assertThat(mvc.post()
                        .uri("/core/accounts/" + id + "/hand-over")
                        .param("version", "0")
                        .param("holder", "Intruder")
                        .with(elsewhere))
                .hasStatus(404);
    }

    @Test
    void areForAdministratorsAndTheCountyOnly() {
        for (var role : List.of(RoleName.AUDITOR, RoleName.TOWNSHIP, RoleName.VILLAGE)) {
            assertThat(mvc.get().uri("/core/accounts").with(SignedIn.as(role, places.county())))
                    .as(role.name())
                    .hasStatus(403);
        }
        assertThat(mvc.get().uri("/core/accounts").with(SignedIn.as(RoleName.ADMINISTRATOR, places.county())))
                .hasStatusOk();
    }

    private AccountId opened() {
        var id = AccountId.next();
        open(id, "opened-" + id.toString().substring(0, 8), "Secretary", "A Holder");
        return id;
    }

    private MvcTestResult open(AccountId id, String login, String post, String holder) {
        return mvc.post()
                .uri("/core/accounts")
                .param("id", id.toString())
                .param("place", places.east().value())
                .param("role", "VILLAGE")
                .param("unit", "")
                .param("post", post)
                .param("holder", holder)
                .param("login", login)
                .with(SignedIn.at(places.county()))
                .exchange();
    }

    private MvcTestResult handOver(AccountId id, long version, String holder) {
        return mvc.post()
                .uri("/core/accounts/" + id + "/hand-over")
                .param("version", String.valueOf(version))
                .param("holder", holder)
                .with(SignedIn.at(places.county()))
                .exchange();
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(SignedIn.at(places.county())).exchange();
    }

    private MvcTestResult post(String uri) {
        return mvc.post().uri(uri).with(SignedIn.at(places.county())).exchange();
    }

    private static IssuedPassword issued(MvcTestResult result) {
        return (IssuedPassword)
                Objects.requireNonNull(result.getMvcResult().getFlashMap().get("issued"));
    }
}
