package io.qiangcun.party.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.party.organisation.OrganisationFixtures;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
class TermPagesTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    OrganisationService organisations;

    @Autowired
    List<WarningRule> rules;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester mvc;

    PlaceFixtures places;
    OrganisationId branch;
    RequestPostProcessor township;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        branch = OrganisationFixtures.branchIn(organisations, places.east(), "East branch");
        township = SignedIn.at(places.township());
    }

    @Test
    void anElectionBeginsATermThatWarnsBeforeItEnds() throws Exception {
        assertThat(get()).contains("尚未登记任期");
        assertThat(post("elected", Map.of("on", "2021-03-01"))).hasStatus(302);

        assertThat(get()).contains("2021-03-01 — 2026-03-01");
        assertThat(findings()).extracting(Finding::dueOn).map(Object::toString).containsExactly("2026-03-01");
        assertThat(post("elected", Map.of("on", "2026-02-20"))).hasStatus(302);
        assertThat(get()).contains("2026-02-20 — 2031-02-20");
        assertThat(findings()).isEmpty();
    }

    @Test
    void isExtendedWithApprovalForAYearAtMost() throws Exception {
        post("elected", Map.of("on", "2021-03-01"));

        assertThat(post("extended", Map.of("until", "2027-03-02", "approval", "No. 5")))
                .hasStatus(422)
                .bodyText()
                .contains("延期不超过 1 年", "No. 5");
        assertThat(post("extended", Map.of("until", "2027-03-01")))
                .hasStatus(422)
                .bodyText()
                .contains("请填写批准机关和文号");
        assertThat(post("extended", Map.of("until", "2027-03-01", "approval", "No. 5")))
                .hasStatus(302);
        assertThat(get()).contains("2021-03-01 — 2027-03-01", "No. 5");
        assertThat(findings()).extracting(Finding::dueOn).map(Object::toString).containsExactly("2027-03-01");
    }

    @Test
    void aTemporaryOrganisationEndsByItself() throws Exception {
        assertThat(post("temporary", Map.of("on", "2026-11-01", "until", "2026-12-01")))
                .hasStatus(302);

        assertThat(get()).contains("2026-11-01 — 2026-12-01", "临时").doesNotContain("登记延期换届");
        assertThat(findings()).hasSize(1);
    }

    @Test
    void neitherShowsNorChangesWhatLiesOutsideTheJurisdiction() {
        var other = SignedIn.at(PlaceFixtures.plantedIn(tree).township());
        var east = SignedIn.at(places.east());

        for (var step : List.of("elected", "extended", "temporary")) {
            var path = "/party/organisations/" + branch + "/term/" + step;
            assertThat(mvc.get().uri(path).with(township)).hasStatusOk();
            assertThat(mvc.get().uri(path).with(other)).hasStatus(404);
            assertThat(mvc.post().uri(path).with(other)).hasStatus(404);
            assertThat(mvc.get().uri(path).with(east)).hasStatus(403);
        }
    }

    private List<Finding> findings() {
        try (var here = SignedIn.here(database, places.township(), null)) {
            return rules.stream()
                    .filter(rule -> rule.code().equals("party.term-ending"))
                    .flatMap(rule -> rule.findings(Jurisdiction.within(places.township()), TestClock.TODAY))
                    .toList();
        }
    }

    private String get() throws UnsupportedEncodingException {
        var result =
                mvc.get().uri("/party/organisations/" + branch).with(township).exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private MvcTestResult post(String step, Map<String, String> form) {
        var request = mvc.post()
                .uri("/party/organisations/" + branch + "/term/" + step)
                .with(township);
        form.forEach(request::param);
        return request.exchange();
    }
}
