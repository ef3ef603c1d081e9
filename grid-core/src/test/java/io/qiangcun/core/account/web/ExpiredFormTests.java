package io.qiangcun.core.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.AccountFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A form comes in after its session is over: nothing typed is lost, and nothing is saved unseen. */
@ApplicationTest
class ExpiredFormTests {

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private String login;
    private String form;
    private Cookie lastLogin;

    @BeforeEach
    void signInAndLetTheSessionExpire(@Autowired PlaceTree tree, @Autowired AccountFixtures accounts) {
        places = PlaceFixtures.plantedIn(tree);
        login = accounts.openedAt(places.county(), RoleName.COUNTY);
        form = "/core/accounts/" + villageAccount(accounts.openedAt(places.east(), RoleName.VILLAGE)) + "/hand-over";
        lastLogin = Objects.requireNonNull(
                signIn(new MockHttpSession(), login).getResponse().getCookie("qiangcun_login"));
    }

    @Test
    void isRestoredAfterSigningInAgainAndIsNotSavedUntilTheButtonIsPressed() {
        var session = new MockHttpSession();

        assertThat(post(session, "Next <Holder>")).hasRedirectedUrl("/login?expired");
        assertThat(mvc.get().uri("/login?expired").session(session)).bodyText().contains("登录已过期，请重新登录", "您刚才填写的内容已保留");
        assertThat(signIn(session, login)).hasRedirectedUrl("/resume");
        assertThat(mvc.get().uri("/resume").session(session))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "action=\"" + form + "\"",
                        "value=\"Next &lt;Holder&gt;\"",
                        "name=\"_review\"",
                        "name=\"_csrf\"");

        var reviewed = mvc.post()
                .uri(form)
                .session(session)
                .with(csrf())
                .param("version", "0")
                .param("holder", "Next <Holder>")
                .param("_review", "1")
                .exchange();
        assertThat(reviewed)
                .hasStatus(422)
                .bodyText()
                .contains("登录已过期，内容已保留，请检查后重新提交", "value=\"Next &lt;Holder&gt;\"");
        assertThat(show(session)).doesNotContain("Next &lt;Holder&gt;");

        mvc.post()
                .uri(form)
                .session(session)
                .with(csrf())
                .param("version", "0")
                .param("holder", "Next <Holder>")
                .exchange();
        assertThat(show(session)).contains("Next &lt;Holder&gt;");
    }

    @Test
    void isNotHandedToAnybodyElse(@Autowired AccountFixtures accounts) {
        var session = new MockHttpSession();
        post(session, "Next Holder");

        assertThat(signIn(session, accounts.openedAt(places.county(), RoleName.COUNTY)))
                .hasRedirectedUrl("/");
        assertThat(mvc.get().uri("/resume").session(session)).hasRedirectedUrl("/");
    }

    @Test
    void isNotKeptForABrowserThatNobodySignedInWith() {
        var session = new MockHttpSession();

        assertThat(mvc.post().uri(form).session(session).param("holder", "Next Holder"))
                .hasRedirectedUrl("/login?expired");
        assertThat(signIn(session, login)).hasRedirectedUrl("/");
    }

    @Test
    void isNotKeptWhenItHoldsTooMuch() {
        var session = new MockHttpSession();
        post(session, "x".repeat(FormStash.LARGEST_FORM + 1));

        assertThat(signIn(session, login)).hasRedirectedUrl("/");
    }

    @Test
    void neverKeepsPasswords() {
        var session = new MockHttpSession();
        mvc.post()
                .uri(form)
                .session(session)
                .cookie(lastLogin)
                .param("holder", "Next Holder")
                .param("somePassword", "Some-secret-77")
                .exchange();
        signIn(session, login);

        assertThat(mvc.get().uri("/resume").session(session)).bodyText().doesNotContain("Some-secret-77");
    }

    @Test
    void withNothingToShowAgainIsNotDoneUnseen() {
        var session = new MockHttpSession();
        var suspend = form.replace("hand-over", "suspend");
        mvc.post()
                .uri(suspend)
                .session(session)
                .cookie(lastLogin)
                .header("Referer", "http://localhost" + form.replace("/hand-over", ""))
                .exchange();
        assertThat(signIn(session, login)).hasRedirectedUrl("/resume");

        var result = mvc.post()
                .uri(suspend)
                .session(session)
                .with(csrf())
                .param("_review", "1")
                .exchange();

        assertThat(result).hasRedirectedUrl(form.replace("/hand-over", ""));
        assertThat(show(session)).contains("登录已过期，刚才的操作没有执行").doesNotContain("已停用");
    }

    @Test
    void isRestoredWithoutSigningInWhenThatWasDoneInAnotherTab() {
        var session = new MockHttpSession();
        signIn(session, login);

        assertThat(mvc.post()
                        .uri(form)
                        .session(session)
                        .header("Sec-Fetch-Site", "same-origin")
                        .param("holder", "Next Holder"))
                .hasRedirectedUrl("/resume");
        assertThat(mvc.get().uri("/resume").session(session)).bodyText().contains("value=\"Next Holder\"");
    }

    @Test
    void ofAnotherSiteIsRefused() {
        var session = new MockHttpSession();
        signIn(session, login);

        assertThat(mvc.post().uri(form).session(session).param("holder", "Intruder"))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri(form)
                        .session(session)
                        .with(csrf())
                        .header("Sec-Fetch-Site", "cross-site")
                        .param("holder", "Intruder"))
                .hasStatus(403);
        assertThat(mvc.get().uri("/resume").session(session)).hasRedirectedUrl("/");
    }

    @Test
    void sentByHtmxMakesTheBrowserLoadTheSignInPage() {
        assertThat(mvc.post()
                        .uri(form)
                        .session(new MockHttpSession())
                        .cookie(lastLogin)
                        .header("HX-Request", "true")
                        .header("HX-Current-URL", "http://localhost" + form)
                        .param("holder", "Next Holder"))
                .hasStatus(401)
                .headers()
                .hasValue("HX-Redirect", "/login?expired&next=" + form.replace("/", "%2F"));
        assertThat(mvc.get()
                        .uri("/core/accounts")
                        .header("HX-Request", "true")
                        .header("HX-Current-URL", "http://evil.example/core/accounts"))
                .hasStatus(401)
                .headers()
                .hasValue("HX-Redirect", "/login");
    }

    private MvcTestResult post(MockHttpSession session, String holder) {
        return mvc.post()
                .uri(form)
                .session(session)
                .cookie(lastLogin)
                .param("version", "0")
                .param("holder", holder)
                .exchange();
    }

    private String show(MockHttpSession session) {
        return bodyOf(
                mvc.get().uri(form.replace("/hand-over", "")).session(session).exchange());
    }

    private static String bodyOf(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult signIn(MockHttpSession session, String login) {
        return mvc.post()
                .uri("/login")
                .param("login", login)
                .param("password", AccountFixtures.PASSWORD)
                .session(session)
                .with(csrf())
                .exchange();
    }

    private String villageAccount(String login) {
        var page = bodyOf(mvc.get()
                .uri("/core/accounts?text=" + login)
                .with(SignedIn.at(places.county()))
                .exchange());
        return page.replaceAll("(?s).*/core/accounts/([0-9a-f-]{36}).*", "$1");
    }
}
