package io.qiangcun.core.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.AccountFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class SignInPageTests {

    @Autowired
    MockMvcTester mvc;

    private String login = "";

    @BeforeEach
    void open(@Autowired PlaceTree tree, @Autowired AccountFixtures accounts) {
        login = accounts.openedAt(PlaceFixtures.plantedIn(tree).east(), RoleName.VILLAGE);
    }

    @Test
    void asksForLoginAndPassword() {
        assertThat(mvc.get().uri("/login"))
                .hasStatusOk()
                .bodyText()
                .contains("登录", "name=\"login\"", "type=\"password\"", "name=\"_csrf\"");
    }

    @Test
    void isNeverKeptByTheBrowser() {
        assertThat(mvc.get().uri("/login"))
                .headers()
                .hasValue("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
    }

    @Test
    void letsTheHolderInUnderANewSessionName() {
        var session = new MockHttpSession();
        var before = session.getId();

        assertThat(signIn(AccountFixtures.PASSWORD, session)).hasRedirectedUrl("/");
        assertThat(session.getId()).isNotEqualTo(before);
        assertThat(mvc.get().uri("/login").session(session)).hasRedirectedUrl("/");
    }

    @Test
    void forgivesACapitalAndASpace() {
        login = " " + login.toUpperCase(Locale.ROOT) + " ";

        assertThat(signIn(AccountFixtures.PASSWORD, new MockHttpSession())).hasRedirectedUrl("/");
    }

    @Test
    void saysTheSameForAWrongPasswordAndAnUnknownLogin() {
        assertThat(signIn("wrong", new MockHttpSession())).hasRedirectedUrl("/login?failed");
        login = "nobody-" + login;
        assertThat(signIn("wrong", new MockHttpSession())).hasRedirectedUrl("/login?failed");
    }

    @Test
    void bringsVisitorsBackToThePageTheyAskedFor() {
        assertThat(mvc.get().uri("/account?tab=sessions")).hasRedirectedUrl("/login?next=%2Faccount%3Ftab%3Dsessions");
    }

    private MvcTestResult signIn(String password, MockHttpSession session) {
        return Objects.requireNonNull(mvc.post()
                .uri("/login")
                .param("login", login)
                .param("password", password)
                .session(session)
                .with(csrf())
                .exchange());
    }
}
