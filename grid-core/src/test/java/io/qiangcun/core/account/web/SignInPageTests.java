package io.qiangcun.core.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.AccountFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import jakarta.servlet.RequestDispatcher;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class SignInPageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    TestClock clock;

    private PlaceFixtures places;
    private String login = "";

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
    void letsTheHolderInUnderANewSessionId() {
        var session = new MockHttpSession();
        var before = session.getId();

        assertThat(signIn(AccountFixtures.PASSWORD, session)).hasRedirectedUrl("/");
        assertThat(session.getId()).isNotEqualTo(before);
        assertThat(mvc.get().uri("/account").session(session))
                .hasStatusOk()
                .bodyText()
                .contains("Post of " + login, "Holder of " + login, "East Village");
    }

    @Test
    void forgivesACapitalAndASpace() {
        login = " " + login.toUpperCase(Locale.ROOT) + " ";

        assertThat(signIn(AccountFixtures.PASSWORD)).hasRedirectedUrl("/");
    }

    @Test
    void saysTheSameForAWrongPasswordAndAnUnknownLogin() {
        assertThat(signIn("wrong")).hasRedirectedUrl("/login?failed");
        login = "nobody-" + login;
        assertThat(signIn("wrong")).hasRedirectedUrl("/login?failed");
        login = "bad\u0000'; drop table account; --";
        assertThat(signIn("wrong")).hasRedirectedUrl("/login?failed");
    }

    @Test
    void remembersTheLoginTypedButNoPassword() {
        var session = new MockHttpSession();
        signIn("Some-secret-77", session);

        assertThat(mvc.get().uri("/login?failed").session(session))
                .bodyText()
                .contains("value=\"" + login + "\"", "账号或密码不正确")
                .doesNotContain("Some-secret-77");
    }

    @Test
    void closesTheLoginForAQuarterOfAnHourAfterFiveFailures() {
        fail(5);

        assertThat(signIn(AccountFixtures.PASSWORD)).hasRedirectedUrl("/login?locked=15");
        assertThat(mvc.get().uri("/login?locked=15")).bodyText().contains("15 分钟后再试");
        clock.advance(Duration.ofMinutes(16));
        assertThat(signIn(AccountFixtures.PASSWORD)).hasRedirectedUrl("/");
    }

    @Test
    void closesItTwiceAsLongEachFurtherTimeUpToTwoHours() {
        for (var minutes : List.of(15, 30, 60, 120, 120)) {
            fail(5);
            assertThat(signIn(AccountFixtures.PASSWORD)).hasRedirectedUrl("/login?locked=" + minutes);
            clock.advance(Duration.ofMinutes(minutes + 1));
        }
    }

    @Test
    void closesALoginThatDoesNotExistJustTheSame() {
        login = "nobody-" + login;
        fail(5);

        assertThat(signIn("wrong")).hasRedirectedUrl("/login?locked=15");
    }

    @Test
    void forgetsFailuresOnceThePasswordIsRight() {
        fail(4);
        assertThat(signIn(AccountFixtures.PASSWORD)).hasRedirectedUrl("/");
        fail(4);

        assertThat(signIn(AccountFixtures.PASSWORD)).hasRedirectedUrl("/");
    }

    @Test
    void tellsOnlyWhoKnowsThePasswordThatTheAccountIsSuspended() {
        change("update account set enabled = false where login = :login");

        assertThat(signIn("wrong")).hasRedirectedUrl("/login?failed");
        assertThat(signIn(AccountFixtures.PASSWORD)).hasRedirectedUrl("/login?suspended");
    }

    @Test
    void refusesAOneTimePasswordAfterThreeDays() {
        change("update account set must_change_password = true, password_expires_at = timestamptz '2026-11-19 10:00+08'"
                + " where login = :login");
        clock.advance(Duration.ofHours(71));
        assertThat(signIn(AccountFixtures.PASSWORD)).hasRedirectedUrl("/account/password");
        clock.advance(Duration.ofHours(2));

        assertThat(signIn(AccountFixtures.PASSWORD)).hasRedirectedUrl("/login?too-late");
    }

    @Test
    void bringsVisitorsBackToThePageTheyAskedFor() {
        assertThat(mvc.get().uri("/core/accounts?text=a&page=2"))
                .hasRedirectedUrl("/login?next=%2Fcore%2Faccounts%3Ftext%3Da%26page%3D2");
        assertThat(signIn(AccountFixtures.PASSWORD, new MockHttpSession(), "/core/accounts?text=a&page=2"))
                .hasRedirectedUrl("/core/accounts?text=a&page=2");
    }

    @Test
    void turnsAwayAnAddressThatTriesTooOften(@Autowired AddressLimit limit) {
        while (limit.take("203.0.113.7").isEmpty()) {
            // until there is no attempt left
        }

        assertThat(signInFrom("203.0.113.7")).hasStatus(429).headers().hasValue("Retry-After", "1");
        assertThat(mvc.get().uri("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 429))
                .hasStatus(429)
                .bodyText()
                .contains("登录过于频繁", "稍等片刻");
        assertThat(signInFrom("203.0.113.8")).hasRedirectedUrl("/");
    }

    @Test
    void hashesAPasswordAnewThatWasHashedTooCheaply(@Autowired PasswordEncoder encoder) {
        var cheap = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(AccountFixtures.PASSWORD);
        change("update account set password = '" + cheap + "' where login = :login");
        assertThat(encoder.upgradeEncoding(cheap)).isTrue();

        var session = new MockHttpSession();
        assertThat(signIn(AccountFixtures.PASSWORD, session)).hasRedirectedUrl("/");

        var dear = password();
        assertThat(encoder.upgradeEncoding(dear)).isFalse();
        assertThat(mvc.get().uri("/account").session(session)).hasStatusOk();
        assertThat(signIn(AccountFixtures.PASSWORD)).hasRedirectedUrl("/");
        assertThat(password()).isEqualTo(dear);
    }

    @Test
    void leavesAPasswordAloneThatWasTypedWrong() {
        var cheap = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(AccountFixtures.PASSWORD);
        change("update account set password = '" + cheap + "' where login = :login");

        assertThat(signIn("wrong")).hasRedirectedUrl("/login?failed");

        assertThat(password()).isEqualTo(cheap);
    }

    @Test
    void neverSendsAnybodyToAnotherSite() {
        for (var elsewhere : List.of(
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)")) {
            assertThat(signIn(AccountFixtures.PASSWORD, new MockHttpSession(), elsewhere))
                    .as(elsewhere)
                    .hasRedirectedUrl("/");
        }
    }

    @Test
    void asksAgainWhenTheSignInFormIsStale() {
        assertThat(mvc.post().uri("/login").param("login", login).param("password", AccountFixtures.PASSWORD))
                .hasRedirectedUrl("/login?stale");
        assertThat(mvc.get().uri("/login?stale")).bodyText().contains("页面已过期，请重新登录");
    }

    @Test
    void writesEverySignInAndEveryFailureIntoTheTrailWithoutPasswords() {
        fail(5);
        clock.advance(Duration.ofMinutes(16));
        var session = new MockHttpSession();
        signIn(AccountFixtures.PASSWORD, session);
        mvc.post().uri("/logout").session(session).with(csrf()).exchange();
        var known = login;
        login = "My-secret-by-mistake";
        signIn("wrong");

        assertThat(trail("payload ->> 'login' = '%s'".formatted(known)))
                .containsExactly(
                        "SignInFailed",
                        "SignInFailed",
                        "SignInFailed",
                        "SignInFailed",
                        "SignInFailed",
                        "SignInLocked",
                        "SignInSucceeded",
                        "SignedOut");
        assertThat(trail("payload::text like '%my-…%' and payload::text like '%UNKNOWN_LOGIN%'"))
                .isNotEmpty();
        assertThat(trail("payload::text ilike '%by-mistake%' or payload::text like '%" + AccountFixtures.PASSWORD
                        + "%'"))
                .isEmpty();
    }

    @Test
    void writesWhatWasRefusedIntoTheTrail() {
        assertThat(mvc.get().uri("/core/accounts").with(SignedIn.at(places.west())))
                .hasStatus(403);

        assertThat(trail("place_code = '%s' and payload ->> 'asked' = 'GET /core/accounts'".formatted(places.west())))
                .containsExactly("AccessRefused");
    }

    private List<String> trail(String condition) {
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            return new TransactionTemplate(manager)
                    .execute(status -> database.sql("select replace(type, 'core.account.', '') from audit_entry where "
                                    + condition + " order by audit_entry_id")
                            .query(String.class)
                            .list());
        }
    }

    private void change(String sql) {
        try (var scope = Scope.as(Jurisdiction.within(places.county()))) {
            new TransactionTemplate(manager)
                    .executeWithoutResult(
                            status -> database.sql(sql).param("login", login).update());
        }
    }

    private String password() {
        try (var scope = Scope.as(Jurisdiction.within(places.county()))) {
            return new TransactionTemplate(manager)
                    .execute(status -> database.sql("select password from account where login = :login")
                            .param("login", login)
                            .query(String.class)
                            .single());
        }
    }

    private MvcTestResult signInFrom(String address) {
        return mvc.post()
                .uri("/login")
                .param("login", login)
                .param("password", AccountFixtures.PASSWORD)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    request.addHeader("X-Forwarded-For", "198.51.100.1");
                    return request;
                })
                .exchange();
    }

    private void fail(int times) {
        for (var i = 0; i < times; i++) {
            assertThat(signIn("wrong")).hasRedirectedUrl("/login?failed");
        }
    }

    private MvcTestResult signIn(String password) {
        return signIn(password, new MockHttpSession());
    }

    private MvcTestResult signIn(String password, MockHttpSession session) {
        return signIn(password, session, "/");
    }

    private MvcTestResult signIn(String password, MockHttpSession session, String next) {
        return mvc.post()
                .uri("/login")
                .param("login", login)
                .param("password", password)
                .param("next", next)
                .session(session)
                .with(csrf())
                .exchange();
    }
}
