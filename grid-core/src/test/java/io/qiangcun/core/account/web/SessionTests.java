package io.qiangcun.core.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.account.IssuedPassword;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.AccountFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class SessionTests {

    private static final String NEXT = "Sheep-eat-37-hills";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestClock clock;

    private PlaceFixtures places;
    private String login;

    @BeforeEach
    void open(@Autowired PlaceTree tree, @Autowired AccountFixtures accounts) {
        places = PlaceFixtures.plantedIn(tree);
        login = accounts.openedAt(places.east(), RoleName.VILLAGE);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void endWhenTheAccountIsSuspended() {
        var session = signedIn(AccountFixtures.PASSWORD);
        assertThat(account(session)).hasStatusOk();

        post("/core/accounts/" + id() + "/suspend");

        assertThat(account(session)).hasRedirectedUrl("/login?ended&next=%2Faccount");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void endWhenTheAccountIsGivenAnotherPassword() {
        var session = signedIn(AccountFixtures.PASSWORD);

        post("/core/accounts/" + id() + "/one-time-password");

        assertThat(account(session)).hasRedirectedUrl("/login?ended&next=%2Faccount");
    }

    @Test
    void otherThanTheOneAskingEndWhenTheHolderChangesHisPassword() {
        var here = signedIn(AccountFixtures.PASSWORD);
        var there = signedIn(AccountFixtures.PASSWORD);
        var before = here.getId();

        assertThat(changePassword(here, AccountFixtures.PASSWORD, NEXT)).hasRedirectedUrl("/");

        assertThat(account(here)).hasStatusOk();
        assertThat(here.getId()).isNotEqualTo(before);
        assertThat(account(there)).hasRedirectedUrl("/login?ended&next=%2Faccount");
    }

    @Test
    void ofAnAccountAreThreeAndTheOldestEndsFirst() {
        var first = signedIn(AccountFixtures.PASSWORD);
        var second = signedIn(AccountFixtures.PASSWORD);
        signedIn(AccountFixtures.PASSWORD);
        signedIn(AccountFixtures.PASSWORD);

        assertThat(account(first)).hasRedirectedUrl("/login?ended&next=%2Faccount");
        assertThat(account(second)).hasStatusOk();
    }

    @Test
    void endAfterTwelveHoursHoweverBusy() {
        var session = signedIn(AccountFixtures.PASSWORD);
        clock.advance(Duration.ofHours(11));
        assertThat(account(session)).hasStatusOk();
        clock.advance(Duration.ofHours(2));

        assertThat(account(session)).hasRedirectedUrl("/login?ended&next=%2Faccount");
    }

    @Test
    void elsewhereCanBeEndedByTheHolder() {
        var here = signedIn(AccountFixtures.PASSWORD);
        var there = signedIn(AccountFixtures.PASSWORD);
        assertThat(account(here)).bodyText().contains("本设备");

        mvc.post().uri("/account/sessions/end").session(here).with(csrf()).exchange();

        assertThat(account(there)).hasRedirectedUrl("/login?ended&next=%2Faccount");
        assertThat(account(here)).hasStatusOk();
    }

    @Test
    void withAOneTimePasswordShowNothingButThePasswordPage() {
        var issued = issue();
        var session = signedIn(issued);

        assertThat(account(session)).hasRedirectedUrl("/account/password");
        assertThat(mvc.get().uri("/account").session(session).header("HX-Request", "true"))
                .hasStatus(401)
                .headers()
                .hasValue("HX-Redirect", "/account/password");
        assertThat(mvc.get().uri("/account/password").session(session))
                .hasStatusOk()
                .bodyText()
                .contains("您使用的是一次性密码");
        assertThat(changePassword(session, issued, NEXT)).hasRedirectedUrl("/");
        assertThat(account(session)).hasStatusOk();
        assertThat(account(signedIn(NEXT))).hasStatusOk();
    }

    @Test
    void explainAtTheFieldWhyAPasswordIsRefused() {
        var session = signedIn(AccountFixtures.PASSWORD);

        assertThat(changePassword(session, AccountFixtures.PASSWORD, "short1A"))
                .hasStatus(422)
                .bodyText()
                .contains("密码至少 10 个字符，现在是 7 个");
        assertThat(changePassword(session, AccountFixtures.PASSWORD, AccountFixtures.PASSWORD))
                .hasStatus(422)
                .bodyText()
                .contains("新密码不能与当前密码相同");
        assertThat(changePassword(session, "wrong", NEXT))
                .hasStatus(422)
                .bodyText()
                .contains("当前密码不正确");
        assertThat(mvc.post()
                        .uri("/account/password")
                        .session(session)
                        .with(csrf())
                        .param("currentPassword", AccountFixtures.PASSWORD)
                        .param("newPassword", NEXT)
                        .param("repeatedPassword", NEXT + "x"))
                .hasStatus(422)
                .bodyText()
                .contains("两次输入的新密码不一致")
                .doesNotContain(NEXT);
    }

    @Test
    void doNotServeToGuessThePassword() {
        var session = signedIn(AccountFixtures.PASSWORD);
        for (var i = 0; i < 5; i++) {
            changePassword(session, "wrong", NEXT);
        }

        assertThat(changePassword(session, AccountFixtures.PASSWORD, NEXT))
                .hasStatus(422)
                .bodyText()
                .contains("密码错误次数过多，请 15 分钟后再试");
    }

    private MvcTestResult account(MockHttpSession session) {
        return mvc.get().uri("/account").session(session).exchange();
    }

    private MockHttpSession signedIn(String password) {
        var session = new MockHttpSession();
        mvc.post()
                .uri("/login")
                .param("login", login)
                .param("password", password)
                .session(session)
                .with(csrf())
                .exchange();
        return session;
    }

    private MvcTestResult changePassword(MockHttpSession session, String current, String next) {
        return mvc.post()
                .uri("/account/password")
                .session(session)
                .with(csrf())
                .param("currentPassword", current)
                .param("newPassword", next)
                .param("repeatedPassword", next)
                .exchange();
    }

    private void post(String path) {
        assertThat(mvc.post().uri(path).with(SignedIn.at(places.county()))).hasStatus3xxRedirection();
    }

    private String issue() {
        var result = mvc.post()
                .uri("/core/accounts/" + id() + "/one-time-password")
                .with(SignedIn.at(places.county()))
                .exchange();
        return ((IssuedPassword) Objects.requireNonNull(
                        result.getMvcResult().getFlashMap().get("issued")))
                .password();
    }

    private String id() {
        var list = new String(
                Objects.requireNonNull(mvc.get()
                        .uri("/core/accounts?text=" + login)
                        .with(SignedIn.at(places.county()))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray()),
                StandardCharsets.UTF_8);
        var link = Pattern.compile("/core/accounts/([0-9a-f-]{36})").matcher(list);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
