package io.qiangcun.browser;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the scales to the money in the hand: what members trade, what is distributed of it, decided, paid, and in their accounts. */
@Order(8)
@BrowserTest
class DividendJourneyBrowserTests {

    private static final String VILLAGE = "150524101200";

    @LocalServerPort
    int port;

    @Test
    void whatWasTradedComesBack() {
        try (var phone = Visitor.at(port, Visitor.PHONE);
                var desk = Visitor.at(port, Visitor.DESK)) {
            phone.signsIn("village-" + VILLAGE, DemoCounty.PASSWORD);
            phone.goesTo("/economy/cooperatives").clicks("专业合作社").sees("四方面规范");
            var cooperative = phone.path();
            phone.goesTo(cooperative + "/trades/new").chooses("member", "1 演示户0001");
            phone.fills("product", "红干椒").fills("quantity", "1000").fills("unit", "公斤");
            phone.fills("amount", "2400").fills("on", "2026-10-12").findsThePageAccessible();
            phone.photographs("cooperative-trade-phone");
            phone.clicks("登记，接着下一笔").sees("已登记，接着登记下一笔");

            desk.signsIn("village-" + VILLAGE, DemoCounty.PASSWORD);
            desk.goesTo(cooperative + "/dividends/new")
                    .fills("surplus", "50000")
                    .fills("reservePercent", "10");
            desk.fills("returnPercent", "50").fills("basis", "2026年盈余分配表").clicks("算出发放表");
            desk.sees("按交易量返还不能低于可分配盈余的60%").fills("returnPercent", "60");
            desk.findsThePageAccessible().clicks("算出发放表").sees("草案", "5,000.00", "27,000.00", "18,000.00");
            desk.fills("on", "2026-10-20").clicks("开始公示").sees("已开始公示");
            desk.fills("on", "2026-11-08").fills("attended", "11").fills("votesFor", "11");
            desk.fills("note", "社员大会决议");
            desk.clicks("登记大会决议").sees("已通过");
            desk.findsThePageAccessible().photographs("dividend-decided");
            desk.chooses("member", "1 演示户0001").fills("on", "2026-11-10").clicks("登记发放");
            desk.sees("2026-11-10", "未发").fills("on", "2026-11-12").clicks("登记发放");
            desk.sees("已发放").doesNotSee("未发");

            desk.clicks("演示户0001").sees("社员账户", "2,400.00", "红干椒", "盈余返还").doesNotSee("没有交易");
            desk.findsThePageAccessible().photographs("member-account");
            phone.goesTo(desk.path()).sees("剩余盈余分配").findsThePageAccessible();
        }
    }
}
