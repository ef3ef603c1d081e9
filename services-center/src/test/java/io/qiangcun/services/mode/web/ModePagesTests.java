package io.qiangcun.services.mode.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The working mode on the screen: positions without a meaning until the county gives them one. */
@ApplicationTest
class ModePagesTests {

    /** 1, 1 and 9, each of which has its line whatever is in it. */
    private static final int FIXED = 11;

    @Autowired
    PlaceTree tree;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
    }

    @Test
    void theCountyNamesThePartsAndItsVillagesReadThem() throws Exception {
        assertThat(get(places.east(), "/services/mode"))
                .bodyText()
                .contains("待填写")
                .doesNotContain("/services/mode/edit");
        assertThat(get(places.east(), "/services/mode/edit")).hasStatus(403);
        var labels = new String[FIXED + 2];
        var explanations = new String[FIXED + 2];
        for (var at = 0; at < labels.length; at++) {
            labels[at] = at == 0 ? "Centre" : at == FIXED + 1 ? "Team" : "";
            explanations[at] = at == 0 ? "Of the county" : "";
        }
        assertThat(word(labels, explanations)).hasRedirectedUrl("/services/mode");

        assertThat(get(places.east(), "/services/mode")).bodyText().contains("Centre", "Of the county", "Team", "待填写");
        assertThat(get(places.east(), "/services/centres")).bodyText().contains("Of the county");
        assertThat(get(PlaceFixtures.plantedIn(tree).east(), "/services/mode"))
                .bodyText()
                .doesNotContain("Of the county");
        explanations[1] = "Of nothing";
        assertThat(word(labels, explanations)).hasStatus(422).bodyText().contains("有说明的要填名称", "Of nothing");
        labels[FIXED + 1] = "";
        explanations[1] = "";
        word(labels, explanations);
        assertThat(get(places.east(), "/services/mode")).bodyText().doesNotContain("Team");
    }

    private MvcTestResult word(String[] labels, String[] explanations) {
        return mvc.post()
                .uri("/services/mode/edit")
                .with(SignedIn.at(places.county()))
                .param("labels", labels)
                .param("explanations", explanations)
                .exchange();
    }

    private MvcTestResult get(PlaceCode who, String uri) {
        return mvc.get().uri(uri).with(SignedIn.at(who)).exchange();
    }
}
