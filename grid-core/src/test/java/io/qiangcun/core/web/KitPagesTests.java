package io.qiangcun.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertThat(get("/sample/desk"))
                .hasStatusOk()
                .bodyText()
                .contains("<title>工作台 - 强村</title>", "跳到主要内容", "Place " + places.township(), "退出登录")
                .contains("name=\"_csrf\"")
                .doesNotContain("style=", "onclick", "javascript:", "??");
    }

    @Test
    void writesPagesToLookAt() throws IOException {
        for (var page : new String[] {"desk", "list", "form", "conflict"}) {
            Files.writeString(
                    Path.of("target", "sample-" + page + ".html"),
                    get("/sample/" + page).getResponse().getContentAsString());
        }
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(SignedIn.at(places.township())).exchange();
    }
}
