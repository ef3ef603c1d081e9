package io.qiangcun.web.start;

import io.qiangcun.web.demo.DemoProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The last thing the console says: where to go and, in demo mode, who to be. */
@Component
class ReadyNotice {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyNotice.class);

    private final DemoProperties demo;

    ReadyNotice(DemoProperties demo) {
        this.demo = demo;
    }

    @EventListener
    void tell(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            var address = "http://localhost:" + web.getWebServer().getPort();
            LOG.info(demo.enabled() ? withAccounts(address) : "Qiangcun is ready 强村已启动: {}", address);
        }
    }

    private static String withAccounts(String address) {
        return """


              强村 Qiangcun is ready: %s

              account 账号          who 身份
              county                旗委组织部 (county)
              township-150524100    库伦镇党委 (township)
              village-150524100200  库伦镇东嘎查党支部 (village)
              password 密码         %s

              Demo data, for trying things out only. 演示数据，仅供试用。
            """.formatted(address, DemoProperties.PASSWORD);
    }
}
