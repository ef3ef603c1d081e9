package io.qiangcun.core.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class ApiTokenTests {

    private static final Pattern TOKEN = Pattern.compile("qc_[A-Za-z0-9_-]{43}");
    private static final Pattern REVOKE = Pattern.compile("/account/tokens/[0-9a-f-]{36}/revoke");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PlaceTree tree;

    @Autowired
    TestClock clock;

    private PlaceFixtures places;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void speaksForItsAccountWithoutSessionAndCsrf() throws Exception {
        var token = issued();

        assertThat(form(token))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.login")
                .isEqualTo("village-" + places.east());
        assertThat(form(token).getRequest().getSession(false)).isNull();
        assertThat(form("qc_nonsense")).hasStatus(401);
    }

    @Test
    void opensNothingButTheInterface() throws Exception {
        assertThat(mvc.get()
                        .uri("/")
                        .header("Authorization", "Bearer " + issued())
                        .exchange())
                .redirectedUrl()
                .startsWith("/login");
    }

    @Test
    void opensNothingOnceItIsRevokedOrOver() throws Exception {
        var token = issued();
        clock.set(TestClock.TODAY.plusDays(181));
        assertThat(form(token)).hasStatus(401);
        clock.reset();
        var page = mvc.get()
                .uri("/account/tokens")
                .with(SignedIn.at(places.east()))
                .exchange();
        assertThat(page).bodyText().doesNotContain(token);
        var revoke = REVOKE.matcher(page.getResponse().getContentAsString());
        assertThat(revoke.find()).isTrue();

        mvc.post().uri(revoke.group()).with(SignedIn.at(places.west())).exchange();
        assertThat(form(token)).hasStatusOk();
        mvc.post().uri(revoke.group()).with(SignedIn.at(places.east())).exchange();
        assertThat(form(token)).hasStatus(401);
    }

    private String issued() throws Exception {
        var page = mvc.post()
                .uri("/account/tokens")
                .param("name", "Mini-program")
                .with(SignedIn.at(places.east()))
                .exchange()
                .getResponse()
                .getContentAsString();
        var token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        return token.group();
    }

    private MvcTestResult form(String token) {
        return mvc.get()
                .uri("/api/v1/grid-events/form")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }
}
