package io.qiangcun.services.catalogue.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import java.io.UnsupportedEncodingException;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What anybody looks up without an account. */
@ApplicationTest
class OpenItemPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PlaceTree tree;

    @BeforeEach
    void plant() {
        PlaceFixtures.plantedIn(tree);
    }

    @Test
    void showsThirteenCategoriesToWhoeverComes() {
        var page = get("/services");
        assertThat(page).hasStatusOk().bodyText().contains("党务服务", "市场经营与综合便民", "您想办什么事");
        assertThat(page.getResponse().getContentAsByteArray()).isNotEmpty();
        assertThat(page.getRequest().getSession(false)).isNull();
        assertThat(page).headers().hasValue("Cache-Control", "max-age=60, must-revalidate, public");
    }

    @Test
    void findsWhatPeopleMeanByTheirOwnWords() {
        assertThat(found("低保")).contains("最低生活保障审核确认");
        assertThat(found("我想申请残疾人证")).contains("残疾");
        assertThat(found("02-A-001")).contains("最低生活保障审核确认");
        assertThat(found("xyz")).contains("没有找到");
    }

    @Test
    void saysWhichCertificatesAreNotIssued() {
        assertThat(found("无犯罪记录证明")).contains("不开", "民政部等六部门");
        assertThat(found("开个死亡证明")).contains("不开");
        assertThat(found("婚姻登记预约")).doesNotContain("不开");
    }

    @Test
    void tellsHowLongItTakesAndWhatToBring() {
        assertThat(get("/services/items/10-A-006")).hasStatusOk().bodyText().contains("不动产登记暂行条例", "最多30个工作日", "要带什么");
        assertThat(get("/services/items/02-A-001")).bodyText().contains("最长暂按30个工作日", "参考值");
        assertThat(get("/services/items/99-A-001")).hasStatus(404);
    }

    @Test
    void isNotSentTwiceToWhoHasItAlready() {
        var first = get("/services/items/02-A-001");
        var tag = Objects.requireNonNull(first.getResponse().getHeader("ETag"));
        assertThat(mvc.get().uri("/services/items/02-A-001").header("If-None-Match", tag))
                .hasStatus(304);
    }

    @Test
    void readsFromMemory() throws Exception {
        get("/services/items/02-A-001");
        assertThat(statementsOf(() -> get("/services/items/02-A-002"))).isEmpty();
    }

    private String found(String words) {
        return body(mvc.get().uri("/services/items").param("words", words).exchange());
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).exchange();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException never) {
            throw new IllegalStateException(never);
        }
    }
}
