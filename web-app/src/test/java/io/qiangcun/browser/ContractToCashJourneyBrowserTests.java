package io.qiangcun.browser;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the contract to the money: the village writes and receives, the township looks it over and lets it count. */
@Order(7)
@BrowserTest
class ContractToCashJourneyBrowserTests {

    private static final String VILLAGE = "150524101200";
    private static final String TOWNSHIP = "150524101";

    @LocalServerPort
    int port;

    @Test
    void aContractIsAgreedAndPaid() {
        try (var below = Visitor.at(port, Visitor.DESK);
                var above = Visitor.at(port, Visitor.DESK)) {
            below.signsIn("village-" + VILLAGE, DemoCounty.PASSWORD);
            above.signsIn("township-" + TOWNSHIP, DemoCounty.PASSWORD);
            below.goesTo("/economy/contracts").clicks("登记合同");
            below.fills("name", "晾晒场租赁合同").fills("number", "2026-99").fills("objectName", "村东晾晒场");
            below.fills("party", "粮食经纪人").fills("signedOn", "2026-02-20").fills("from", "2026-03-01");
            below.fills("until", "2027-02-28").fills("yearly", "9600").fills("decisionNote", "村民代表会议通过");
            below.findsThePageAccessible().clicks("保存").sees("草稿");
            var contract = below.path();
            below.clicks("合同生效").sees("履行中", "还有 9,600.00 元没有收到");
            below.findsThePageAccessible().photographs("contract");

            below.clicks("登记收款").sees("9,600.00").clicks("生成凭证").sees("凭证待过账");
            below.clicks("待过账").sees("待审核", "9,600.00");
            var voucher = below.path();

            above.goesTo(voucher).clicks("审核通过");
            above.page().locator("form[action$='/post'] button").click();
            above.sees("已过账");

            below.goesTo(contract).sees("已付清").doesNotSee("没有收到");
            below.goesTo("/economy/contracts/published").sees("村东晾晒场", "2027-02-28");
        }
    }
}
