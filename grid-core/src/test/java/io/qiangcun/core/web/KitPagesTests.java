package io.qiangcun.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class KitPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PlaceTree tree;

    PlaceFixtures places;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
    }

    @Test
    void pagesStandInOneFrame() {
        assertThat(body("/sample/desk"))
                .contains("<html lang=\"zh-CN\">")
                .contains("<title>工作台 - 强村</title>")
                .contains("<a class=\"skip\" href=\"#main\">跳到主要内容</a>")
                .contains("<span>Place " + places.township() + "</span>")
                .contains("Post at " + places.township(), "Holder at " + places.township())
                .contains("href=\"/account\"", "action=\"/logout\"", "退出登录")
                .contains("<main id=\"main\" tabindex=\"-1\">");
    }

    @Test
    void pagesKeepTheContentSecurityPolicy() {
        for (var page : new String[] {"desk", "list", "form", "conflict"}) {
            assertThat(body("/sample/" + page))
                    .doesNotContainPattern("<script(?![^>]* src=)")
                    .doesNotContain("<style", " style=", "javascript:", "hx-on")
                    .doesNotContainPattern(" on[a-z]+=")
                    .doesNotContain("??")
                    .contains("\"includeIndicatorStyles\":false");
        }
    }

    @Test
    void formsAndScriptsCarryTheCsrfToken() {
        assertThat(body("/sample/form"))
                .containsPattern("<meta name=\"_csrf\" content=\"[^\"]+\">")
                .contains("<meta name=\"_csrf_header\" content=\"X-CSRF-TOKEN\">")
                .contains("name=\"_csrf\" value=");
    }

    @Test
    void whatThePagesLoadMayBeKeptForGood() {
        var page = body("/sample/desk");

        for (var file : new String[] {
            "/kit/qiangcun-%s.css",
            "/kit/kit-%s.js",
            "/kit/charts-%s.js",
            "/webjars/htmx.org/2.0.10/dist/htmx.min-%s.js",
            "/webjars/echarts/dist/echarts.common.min-%s.js"
        }) {
            var link = Pattern.compile(Pattern.quote(file).replace("%s", "\\E[0-9a-f]{32}\\Q"))
                    .matcher(page);
            assertThat(link.find()).as(file).isTrue();
            assertThat(mvc.get().uri(link.group()))
                    .hasStatusOk()
                    .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
        }
    }

    @Test
    void theDeskSaysWhatWaitsMostUrgentFirstInWordsAndShapes() {
        assertThat(body("/sample/desk"))
                .containsSubsequence("已逾期", "3 个村的月报待审核", "去办理", "本月应做", "待处理", "1,234 个村")
                .contains("class=\"tag level red\">红色", "class=\"tag level blue\">蓝色");
    }

    @Test
    void unknownIsAWordAndNothingIsADash() {
        assertThat(body("/sample/desk"))
                .contains("1,234.5")
                .contains("<span class=\"unknown\">未报</span>")
                .contains("<span class=\"none\" title=\"无\">—</span>")
                .contains("186<span class=\"u\">次</span>");
    }

    @Test
    void smallBarsAreDrawnByTheServer() {
        assertThat(body("/sample/desk"))
                .contains("<rect class=\"fill\" width=\"22.2\" height=\"10\">")
                .contains("points=\"0,19.5 25,12\"", "points=\"75,14.5 100,2\"");
    }

    @Test
    void listsShowTheirCountTheirPagesAndTheirWorkbookAndKeepTheQuery() {
        assertThat(body("/sample/list?name=丰&page=2&size=20"))
                .contains("共 187 条，第 3 / 10 页")
                .contains("href=\"/sample/list?name=%E4%B8%B0&amp;size=20&amp;page=1\"")
                .contains("href=\"/sample/list/export?name=%E4%B8%B0&amp;size=20\"")
                .contains("page=2\" aria-current=\"page\" aria-label=\"第 3 页\"")
                .contains("data-l=\"状态\"");
    }

    @Test
    void fieldsHaveLabelsAndHints() {
        assertThat(body("/sample/form"))
                .contains("<label for=\"topic\">主题</label>")
                .contains("<p class=\"hint\" id=\"topic-hint\">按会议记录填写</p>")
                .contains("aria-describedby=\"topic-hint\"")
                .contains("<legend>类型</legend>")
                .contains("<label for=\"kind-1\">主题党日</label>")
                .contains("data-limit=\"200\"")
                .containsPattern("type=\"file\" id=\"files\" name=\"files\"[^>]* multiple=\"multiple\"")
                .contains("accept=\"image/jpeg,", "data-max-bytes=\"20971520\"")
                .doesNotContain("aria-invalid", "errsum", "required");
    }

    @Test
    void errorsAreListedInTheOrderOfTheFieldsAndRepeatedBesideThem() {
        assertThat(submit("2999-01-01", " ", ""))
                .hasStatus(422)
                .bodyText()
                .contains("提交的内容有 4 处问题")
                .containsSubsequence("href=\"#topic\"", "href=\"#date\"", "href=\"#kind\"", "href=\"#people\"")
                .contains("<p class=\"err\" id=\"date-error\"><span class=\"sr-only\">错误：</span>不能晚于今天</p>")
                .containsPattern("id=\"topic\"[^>]*aria-describedby=\"topic-hint topic-error\" aria-invalid=\"true\"");
    }

    @Test
    void whatIsNoNumberOrDayIsSaidTogetherWithAllOtherErrorsAndNothingTypedIsLost() {
        assertThat(submit("tomorrow", " ", "many"))
                .hasStatus(422)
                .bodyText()
                .contains("提交的内容有 4 处问题")
                .contains("请填写整数", "请填写日期，例如 2026-10-28")
                .contains("href=\"#topic\"", "href=\"#date\"", "href=\"#kind\"", "href=\"#people\"")
                .contains("value=\"tomorrow\"", "value=\"many\"", ">一</textarea>")
                .contains("<option value=\"B\" selected=\"selected\">");
    }

    private MvcTestResult submit(String date, String topic, String people) {
        return mvc.post()
                .uri("/sample/form")
                .param("date", date)
                .param("topic", topic)
                .param("kind", "")
                .param("people", people)
                .param("summary", "一")
                .param("place", "B")
                .param("_open", "on")
                .with(SignedIn.at(places.township()))
                .exchange();
    }

    @Test
    void whatIsDoneIsSaidOnTheNextPage() {
        assertThat(mvc.get()
                        .uri("/sample/list")
                        .flashAttr("done", "core.kit.confirm")
                        .with(SignedIn.at(places.east())))
                .bodyText()
                .containsSubsequence("role=\"status\"", "已完成", "确定");
    }

    @Test
    void twoVersionsStandSideBySide() {
        assertThat(body("/sample/conflict"))
                .containsSubsequence("主题", "实到人数", "不同", "采用我的", "采用当前")
                .containsOnlyOnce("<tr class=\"differs\">");
    }

    @Test
    void largeTextIsRememberedWithoutScript() {
        var answer = mvc.post()
                .uri("/display")
                .param("text", "large")
                .param("back", "/sample/list?name=1")
                .with(SignedIn.at(places.east()))
                .exchange();

        assertThat(answer).hasRedirectedUrl("/sample/list?name=1");
        assertThat(answer.getResponse().getHeader("Set-Cookie"))
                .startsWith("text-size=large; Path=/; Max-Age=31536000");
        assertThat(mvc.get()
                        .uri("/sample/list")
                        .cookie(new Cookie("text-size", "large"))
                        .with(SignedIn.at(places.east())))
                .bodyText()
                .contains("data-size=\"large\"", "标准字号");
    }

    @Test
    void theWayBackNeverLeadsElsewhere() {
        for (var elsewhere : new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "evil"}) {
            assertThat(mvc.post()
                            .uri("/display")
                            .param("text", "large")
                            .param("back", elsewhere)
                            .with(SignedIn.at(places.east())))
                    .hasRedirectedUrl("/");
        }
    }

    /** For eyes: the pages as files below target. */
    @Test
    void writesItsPagesToLookAt() throws IOException {
        for (var page : new String[] {"desk", "list", "form", "conflict"}) {
            Files.writeString(Path.of("target", "sample-" + page + ".html"), body("/sample/" + page));
        }
        Files.writeString(
                Path.of("target", "sample-errors.html"),
                text(mvc.post()
                        .uri("/sample/form")
                        .with(SignedIn.at(places.township()))
                        .exchange()));
        Files.writeString(Path.of("target", "sample-404.html"), body("/nowhere"));
    }

    private String body(String path) {
        return text(mvc.get().uri(path).with(SignedIn.at(places.township())).exchange());
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
