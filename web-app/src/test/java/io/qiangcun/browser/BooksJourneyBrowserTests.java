package io.qiangcun.browser;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The money of a village, from the receipt to the board where everybody reads it and asks. */
@Order(7)
@BrowserTest
class BooksJourneyBrowserTests {

    private static final String VILLAGE = "150524100200";
    private static final String TOWNSHIP = "150524100";

    @LocalServerPort
    int port;

    @Test
    void whatWasWrittenIsLookedOverClosedPublishedAndAnsweredFor() {
        String book;
        try (var village = Visitor.at(port, Visitor.PHONE)) {
            village.signsIn("village-" + VILLAGE, DemoCounty.PASSWORD).goesTo("/economy/books");
            village.clicks("集体经济组织账").sees("库伦镇东嘎查");
            book = village.path();
            village.goesTo(book + "/vouchers/new")
                    .fills("dated", "2026-10-20")
                    .fills("sheets", "2")
                    .fills("summary", "收到草场承包费")
                    .fills("lines[0].account", "102")
                    .fills("lines[0].debit", "8800")
                    .fills("lines[1].account", "501")
                    .fills("lines[1].credit", "8800.5")
                    .clicks("提交审核")
                    .sees("0.50");
            village.fills("lines[1].credit", "8800").clicks("提交审核").sees("待审核", "8,800.00");
            var voucher = village.path();
            try (var township = Visitor.at(port, Visitor.DESK)) {
                township.signsIn("township-" + TOWNSHIP, DemoCounty.PASSWORD);
                township.goesTo(voucher).clicks("审核通过").sees("已审核");
                township.clicks("过账").sees("记-10-");
                township.goesTo(book + "/months/2026-10").findsThePageAccessible();
                township.clicks("2026-10 结账").sees("2026-10 已结账");
            }
            village.goesTo("/economy/income").sees("经营性收入", "501 经营收入").findsThePageAccessible();
            village.goesTo("/economy/notices/new?book=" + book.substring(book.lastIndexOf('/') + 1) + "&period=2026-10")
                    .sees("收到草场承包费")
                    .fills("checkedBy", "监事会")
                    .clicks("公布")
                    .sees("已公布", "8,800.00");
            village.findsThePageAccessible().photographs("village-notice-phone");
            var notice = village.path();
            var open = String.valueOf(
                    village.page().locator("a[href^='/economy/open/']").first().getAttribute("href"));
            try (var villager = Visitor.at(port, Visitor.PHONE)) {
                villager.goesTo(open).sees("库伦镇东嘎查", "收到草场承包费").findsThePageAccessible();
                villager.photographs("open-notice-phone");
                villager.fills("words", "草场包给谁了？").clicks("提交").sees("已收到");
                village.goesTo(notice).sees("草场包给谁了？");
                village.fills("answer", "包给本嘎查的合作社，合同已经公示。").clicks("公开答复").sees("已答复");
                villager.goesTo(open).sees("草场包给谁了？", "合同已经公示");
            }
        }
    }
}
