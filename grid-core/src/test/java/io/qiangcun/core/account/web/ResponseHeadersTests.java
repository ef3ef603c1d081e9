package io.qiangcun.core.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class ResponseHeadersTests {

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;

    @BeforeEach
    void plant(@Autowired PlaceTree tree) {
        places = PlaceFixtures.plantedIn(tree);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/account",
                "/core/accounts",
                "/core/accounts/export",
                "/core/accounts/no-such-id",
                "/core/audit",
                "/core/audit?from=nonsense",
                "/kit/resume.js",
                "/kit/no-such-file.js",
                "/no/such/page",
                "/error",
                "/;/traversal",
                "/%2e%2e/secret"
            })
    void areOnEveryAnswerToEverybody(String path) {
        assertSafe(mvc.get().uri(path).exchange());
        assertSafe(mvc.get().uri(path).with(SignedIn.at(places.county())).exchange());
        assertSafe(mvc.get().uri(path).with(SignedIn.at(places.east())).exchange());
        assertSafe(mvc.post().uri(path).exchange());
        assertSafe(mvc.post().uri(path).header("Sec-Fetch-Site", "cross-site").exchange());
    }

    @Test
    void keepPagesOutOfTheCacheOfTheBrowser() {
        assertThat(mvc.get().uri("/account").with(SignedIn.as(RoleName.COUNTY, places.county())))
                .headers()
                .hasValue("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
    }

    @Test
    void insistOnHttpsOnceItIsSpoken() {
        assertThat(mvc.get().uri("/login").secure(true))
                .headers()
                .hasValue("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        assertThat(mvc.get().uri("/login")).headers().doesNotContainHeader("Strict-Transport-Security");
    }

    private static void assertSafe(MvcTestResult result) {
        assertThat(result)
                .headers()
                .hasValue(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
                                + "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
                                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'")
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("X-Frame-Options", "DENY")
                .hasValue("Referrer-Policy", "same-origin")
                .hasValue("Cross-Origin-Opener-Policy", "same-origin")
                .hasValue("Permissions-Policy", "geolocation=(self), camera=(self), microphone=()");
    }
}
