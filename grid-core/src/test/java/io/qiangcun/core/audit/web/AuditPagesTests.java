package io.qiangcun.core.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.AccountFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class AuditPagesTests {

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private PlaceFixtures elsewhere;
    private String east;
    private String west;
    private String outside;

    @BeforeEach
    void signInHereAndElsewhere(@Autowired PlaceTree tree, @Autowired AccountFixtures accounts) {
        places = PlaceFixtures.plantedIn(tree);
        elsewhere = PlaceFixtures.plantedIn(tree);
        east = accounts.openedAt(places.east(), RoleName.VILLAGE);
        west = accounts.openedAt(places.west(), RoleName.VILLAGE);
        outside = accounts.openedAt(elsewhere.east(), RoleName.VILLAGE);
        List.of(east, west, outside).forEach(this::signIn);
    }

    @Test
    void saysInWordsWhoDidWhatWhenAndWhere() {
        assertThat(get("/core/audit"))
                .hasStatusOk()
                .bodyText()
                .contains("操作审计", "2026-11-16 10:00:00", "Post of " + east, "Holder of " + east, "登录", "East Village");
    }

    @Test
    void showsTheJurisdictionOnly() {
        assertThat(get("/core/audit")).bodyText().contains(east, west).doesNotContain(outside);
    }

    @Test
    void findsByLoginKindPlaceAndDay() {
        assertThat(get("/core/audit?login=" + east))
                .bodyText()
                .contains("Holder of " + east)
                .doesNotContain("Holder of " + west);
        assertThat(get("/core/audit?place=" + places.west()))
                .bodyText()
                .contains("Holder of " + west)
                .doesNotContain("Holder of " + east);
        assertThat(get("/core/audit?type=core.account.SignedOut")).bodyText().contains("所选条件下没有记录");
        assertThat(get("/core/audit?type=core.account.SignInSucceeded"))
                .bodyText()
                .contains("Holder of " + east);
        assertThat(get("/core/audit?from=2026-01-01&to=2026-11-15")).bodyText().contains("所选条件下没有记录");
    }

    @Test
    void exportsWhatTheFilterShows() throws Exception {
        var file = get("/core/audit/export?login=" + east).getResponse().getContentAsByteArray();

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getFirstSheet().read())
                    .filteredOn(row -> row.getCellText(1).equals(east))
                    .singleElement()
                    .satisfies(row -> assertThat(row.getCellText(5)).isEqualTo("登录"));
        }
    }

    @Test
    void isForAuditorsAndTheCountyOnly() {
        assertThat(mvc.get().uri("/core/audit").with(SignedIn.as(RoleName.AUDITOR, places.county())))
                .hasStatusOk();
        for (var role : List.of(RoleName.ADMINISTRATOR, RoleName.TOWNSHIP, RoleName.VILLAGE)) {
            assertThat(mvc.get().uri("/core/audit").with(SignedIn.as(role, places.county())))
                    .as(role.name())
                    .hasStatus(403);
        }
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(SignedIn.at(places.county())).exchange();
    }

    private void signIn(String login) {
        mvc.post()
                .uri("/login")
                .param("login", login)
                .param("password", AccountFixtures.PASSWORD)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }
}
