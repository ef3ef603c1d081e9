package io.qiangcun.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An old villager looks something up on the telephone, without an account, in letters as large as are needed. */
@Order(9)
@BrowserTest
class GuideJourneyBrowserTests {

    @LocalServerPort
    int port;

    @Test
    void whatIsAskedInOnesOwnWordsIsReadInLargeLetters() {
        try (var villager = Visitor.at(port, Visitor.PHONE)) {
            villager.goesTo("/services").sees("您想办什么事", "党务服务").findsThePageAccessible();
            villager.photographs("services-phone");
            villager.fills("words", "低保").clicks("查一查").sees("最低生活保障审核确认").findsThePageAccessible();
            villager.clicks("最低生活保障审核确认").sees("要带什么", "多久办好").findsThePageAccessible();
            villager.page().click("[data-elder-tools] [data-elder]");
            villager.sees("退出长辈版").findsThePageAccessible();
            for (var more = 0; more < 3; more++) {
                villager.page().click("[data-larger]");
            }
            assertThat(villager.page().evaluate("getComputedStyle(document.querySelector('main p')).fontSize"))
                    .isEqualTo("30px");
            assertThat(villager.page()
                            .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isEqualTo(true);
            villager.photographs("guide-elder-phone");
            villager.goesTo("/services").findsThePageAccessible();
            assertThat(villager.page().evaluate("document.documentElement.dataset.elder"))
                    .isEqualTo("30");
            assertThat(villager.page()
                            .evaluate(
                                    "[...document.querySelectorAll('main a, main button, main input:not([type=hidden])')]"
                                            + ".every(one => one.getBoundingClientRect().height >= 60)"))
                    .isEqualTo(true);
        }
    }
}
