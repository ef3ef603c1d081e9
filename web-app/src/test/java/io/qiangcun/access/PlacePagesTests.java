package io.qiangcun.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacePagesTests {

    private static final Pattern NUMBER = Pattern.compile("<a href=\"([^\"]+)\" aria-label=\"[^\"]*\">([1-9]\\d*)</a>");

    private static final Pattern LISTED = Pattern.compile("共 \\d+ 条");

    @Autowired
    MockMvcTester mvc;

    PlaceFixtures own;
    PlaceFixtures other;

    @BeforeAll
    void fill(@Autowired AccessFixtures fixtures) {
        var counties = fixtures.twoCounties();
        own = counties.get(0);
        other = counties.get(1);
    }

    @Test
    void everyNumberOpensTheRowsItCounts() throws Exception {
        var compared = 0;
        for (var reader : new PlaceCode[] {own.east(), own.county()}) {
            for (var fact : numbers(text(get(reader, "/places/" + own.east()))).entrySet()) {
                var behind = get(reader, fact.getKey());
                assertThat(behind).as(fact.getKey()).hasStatusOk();
                var listed = LISTED.matcher(text(behind))
                        .results()
                        .map(MatchResult::group)
                        .toList();
                if (!listed.isEmpty()) {
                    compared++;
                    assertThat(listed).as(fact.getKey() + " for " + reader).contains("共 " + fact.getValue() + " 条");
                }
            }
        }
        assertThat(compared).isGreaterThan(5);
    }

    @Test
    void namesPointsStandardsStarsAndRegistersOfTheVillage() throws Exception {
        assertThat(text(get(own.east(), "/places/" + own.east())))
                .contains(
                        "/party/points?place=" + own.east(),
                        "/party/standards?place=" + own.east(),
                        "/party/ratings/stars?place=" + own.east(),
                        "?place=" + own.east() + "\"",
                        "台账");
        assertThat(get(own.east(), "/places")).hasRedirectedUrl("/places/" + own.east());
        assertThat(get(own.county(), "/places/" + own.township() + "/export")).hasStatusOk();
    }

    @Test
    void aCountyGoesDownToItsVillages() throws Exception {
        assertThat(text(get(own.county(), "/places/" + own.county()))).contains("/places/" + own.township());
        assertThat(text(get(own.county(), "/places/" + own.township()))).contains("/places/" + own.east());
    }

    @Test
    void nothingIsShownOutsideTheJurisdiction() {
        assertThat(get(own.east(), "/places/" + own.west())).hasStatus(404);
        assertThat(get(own.east(), "/places/" + own.township())).hasStatus(404);
        assertThat(get(own.county(), "/places/" + other.east())).hasStatus(404);
        assertThat(get(own.county(), "/places/" + other.east() + "/export")).hasStatus(404);
    }

    private static Map<String, String> numbers(String page) {
        var numbers = new LinkedHashMap<String, String>();
        var links = NUMBER.matcher(page);
        while (links.find()) {
            numbers.put(links.group(1).replace("&amp;", "&"), links.group(2));
        }
        return numbers;
    }

    private MvcTestResult get(PlaceCode reader, String path) {
        return mvc.get().uri(path).with(SignedIn.at(reader)).exchange();
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
