package io.qiangcun.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class LayoutTests {

    @Test
    void theEntryOfAPageIsTheLongestThatItsPathBeginsWith() {
        var entries = List.of("/", "/party", "/party/activities");

        assertThat(Layout.here(entries, "/party/activities/new")).isEqualTo("/party/activities");
        assertThat(Layout.here(entries, "/party/activity")).isEqualTo("/party");
        assertThat(Layout.here(entries, "/")).isEqualTo("/");
        assertThat(Layout.here(entries, "/elsewhere")).isNull();
    }

    @Test
    void longListsOfPagesAreCutShort() {
        var links = new PageLinks();

        assertThat(links.around(0, 1)).containsExactly(0);
        assertThat(links.around(0, 10)).containsExactly(0, 1, 2, -1, 9);
        assertThat(links.around(5, 10)).containsExactly(0, -1, 3, 4, 5, 6, 7, -1, 9);
        assertThat(links.around(9, 10)).containsExactly(0, -1, 7, 8, 9);
    }

    @Test
    void pageLinksReplaceOnlyThePage() {
        var request = new MockHttpServletRequest("GET", "/list");
        request.setQueryString("state=open&page=4&state=late");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            assertThat(new PageLinks().to(5)).isEqualTo("/list?state=open&state=late&page=5");
            assertThat(new PageLinks().forDownload("/list/export")).isEqualTo("/list/export?state=open&state=late");
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
