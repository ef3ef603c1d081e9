package io.qiangcun.services.hint.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The words that hint at emergencies and petitions, and who keeps them. */
@ApplicationTest
class HintPagesTests {

    private static final String PAGE = "/services/hints";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PlaceTree tree;

    private PlaceFixtures places;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
    }

    @Test
    void aCountyAddsWordsAndTakesThemBack() {
        assertThat(get(places.county())).hasStatusOk().bodyText().contains("110 报警", "未成年人保护法", "举报");
        var form = Map.of(
                "kind", "EMERGENCY", "words", "冒黑烟", "call", "119", "eventKind", "0404", "basis", "County rule 5");
        assertThat(post(PAGE, form, places.county())).hasStatus3xxRedirection();
        assertThat(get(places.east()))
                .bodyText()
                .contains("冒黑烟", "County rule 5")
                .doesNotContain("增加或者修改");

        assertThat(post(PAGE + "/withdraw", Map.of("kind", "EMERGENCY", "words", "冒黑烟"), places.county()))
                .hasStatus3xxRedirection();
        assertThat(get(places.county())).bodyText().doesNotContain("Rained");
        post(PAGE + "/withdraw", Map.of("kind", "EMERGENCY", "words", "冒黑烟", "reason", "Rained"), places.county());
        assertThat(get(places.county())).bodyText().contains("Rained", "已停用");
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        assertThat(post(
                        PAGE,
                        Map.of("kind", "EMERGENCY", "words", "烟", "call", "119", "eventKind", "0404", "basis", "x"),
                        places.county()))
                .hasStatus(422)
                .bodyText()
                .contains("2 到 20 个字");
        assertThat(post(
                        PAGE,
                        Map.of("kind", "EMERGENCY", "words", "冒烟", "call", "114", "eventKind", "0404", "basis", "x"),
                        places.county()))
                .hasStatus(422)
                .bodyText()
                .contains("请从页面上的电话里选", "冒烟");
        assertThat(post(
                        PAGE,
                        Map.of("kind", "EMERGENCY", "words", "冒烟", "call", "119", "eventKind", "9999", "basis", "x"),
                        places.county()))
                .hasStatus(422)
                .bodyText()
                .contains("没有这个事件类别");
    }

    @Test
    void whatOneCountyWritesAnotherDoesNotSeeAndNobodyBelowWrites() {
        var other = PlaceFixtures.plantedIn(tree);
        var form = Map.of("kind", "PETITION", "words", "吃空饷", "basis", "County rule 6");
        assertThat(post(PAGE, form, places.east())).hasStatus(403);
        post(PAGE, form, places.county());

        assertThat(get(other.county())).bodyText().doesNotContain("吃空饷");
    }

    private MvcTestResult get(PlaceCode at) {
        return mvc.get().uri(PAGE).with(SignedIn.at(at)).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> values, PlaceCode at) {
        var request = mvc.post().uri(path).with(SignedIn.at(at));
        values.forEach(request::param);
        return request.exchange();
    }
}
