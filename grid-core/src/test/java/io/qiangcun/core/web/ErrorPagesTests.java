package io.qiangcun.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import jakarta.servlet.RequestDispatcher;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class ErrorPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PlaceTree tree;

    PlaceFixtures places;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
    }

    @ParameterizedTest
    @CsvSource({
        "/sample/fail/missing, 404, 没有找到",
        "/sample/fail/rule, 422, 最多 5 次",
        "/sample/fail/conflict, 409, 已有新版本",
        "/sample/fail/stale, 409, 在您打开页面之后",
        "/sample/fail/denied, 403, 没有权限",
        "/sample/fail/big, 413, 单个文件不能超过 20 MB",
        "/sample/fail/away, 503, 数据库暂时无法连接",
        "/sample/unreachable/transaction, 503, 数据库暂时无法连接",
        "/sample/unreachable/query, 503, 数据库暂时无法连接",
        "/sample/fail/other, 500, 事故编号",
        "/sample/place/15052, 404, 没有找到",
        "/sample/place/east, 404, 没有找到",
        "/sample/number?number=many, 400, 无法处理这次请求",
        "/sample/number, 400, 无法处理这次请求",
        "/no/such/page, 404, 没有找到",
        "/kit/no-such-file.css, 404, 没有找到",
    })
    void failuresHaveAPageInTheFrameThatSaysWhatToDo(String path, int status, String words) {
        assertThat(mvc.get().uri(path).with(SignedIn.at(places.east())))
                .hasStatus(status)
                .bodyText()
                .contains(words, "返回上一页", "回到首页", "Place " + places.east(), "退出登录")
                .doesNotContain("secret", "Exception", "??");
    }

    @Test
    void whoLeavesBeforeTheAnswerIsNotAnIncident() {
        assertThat(mvc.get().uri("/sample/fail/left").with(SignedIn.at(places.east())))
                .hasStatusOk()
                .bodyText()
                .isEmpty();
    }

    @Test
    void aWrongMethodIsNotAnIncident() {
        assertThat(mvc.post().uri("/sample/desk").with(SignedIn.at(places.east())))
                .hasStatus(405)
                .bodyText()
                .contains("无法处理这次请求")
                .doesNotContain("事故编号");
    }

    @Test
    void theWayBackIsWhereTheReaderCameFrom() {
        assertThat(mvc.get()
                        .uri("/sample/fail/rule")
                        .header("Referer", "http://localhost/sample/list?page=3")
                        .with(SignedIn.at(places.east())))
                .bodyText()
                .contains("href=\"/sample/list?page=3\"");
    }

    @Test
    void theWayBackIsTheStartForWhoComesFromElsewhere() {
        assertThat(mvc.get()
                        .uri("/sample/fail/rule")
                        .header("Referer", "http://elsewhere.example/sample/list")
                        .with(SignedIn.at(places.east())))
                .bodyText()
                .contains("<a class=\"btn pri\" data-back href=\"/\">返回上一页");
    }

    @Test
    void whatFailsOutsideTheControllersHasTheSamePages() {
        assertThat(mvc.get().uri("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 413))
                .hasStatus(413)
                .bodyText()
                .contains("文件太大")
                .doesNotContain("退出登录");
        assertThat(mvc.get()
                        .uri("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                        .requestAttr(
                                RequestDispatcher.ERROR_EXCEPTION,
                                new InvalidParameterException(new SizeLimitExceededException("secret", 2, 1))))
                .hasStatus(413)
                .bodyText()
                .contains("文件太大");
        assertThat(mvc.get()
                        .uri("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                        .requestAttr(
                                RequestDispatcher.ERROR_EXCEPTION,
                                new IllegalStateException(new DataAccessResourceFailureException("secret"))))
                .hasStatus(503)
                .bodyText()
                .contains("数据库暂时无法连接")
                .doesNotContain("secret");
    }
}
