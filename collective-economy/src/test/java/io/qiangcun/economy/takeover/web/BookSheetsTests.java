package io.qiangcun.economy.takeover.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookService;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.Sheets;
import io.qiangcun.testkit.SignedIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One book from sheets: what comes in, and what keeps all of it out. Today is 16 November 2026. */
@ApplicationTest
class BookSheetsTests {

    private static final String ACCOUNTS = "code,name,category,normal_side,parent,leaf,aux_required\n";
    private static final String OPENINGS = "code,detail,debit,credit\n";
    private static final String VOUCHERS = "no,date,summary,kind,ref,attachments,line,code,detail,debit,credit\n";

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    BookService books;

    @Autowired
    CurrentAccount current;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private BookId book;

    @BeforeEach
    void open() {
        places = ledger.county();
        book = ledger.bookOf(places, places.east());
    }

    @Test
    void accountsThatTheRegulationKnowsAgreeAndOthersAreAddedBelow() throws Exception {
        var looked = upload("accounts", ACCOUNTS + """
                50101,发包收入,损益,C,501,Y,N
                5010101,草场发包,PROFIT_LOSS,credit,50101,Y,
                501,经营收入,损益,贷,,N,
                401,生产（劳务）成本,成本,D,,Y,
                11201,外单位,资产,D,112,Y,
                121,库存物资,资产,借方,,Y,ITEM
                """.replace("50101,发包收入,损益,C,501,Y,N", "50101,发包收入,损益,C,501,N,N"));
        assertThat(text(looked)).contains("检查通过", "新增科目");
        assertThat(confirm("accounts", text(looked))).hasRedirectedUrl("/economy/books/" + book + "/accounts");
        assertThat(mvc.get().uri("/economy/books/" + book + "/accounts").with(SignedIn.at(places.township())))
                .bodyText()
                .contains("5010101 草场发包", "11201 外单位");
        assertThat(
                        text(
                                upload(
                                        "vouchers",
                                        VOUCHERS
                                                + "1,2026-01-05,Fee,normal,,1,1,11201,,10,0\n1,2026-01-05,Fee,normal,,1,2,5010101,,0,10\n")))
                .as("below 112 a counterparty is named as well")
                .contains("detail：“外单位”要写明");
    }

    @Test
    void accountsThatDisagreeAreNamedByRowAndColumn() throws Exception {
        var wrong = upload("accounts", ACCOUNTS + """
                101,现金,资产,D,,Y,
                152,累计折旧,资产,D,,Y,
                401,生产(劳务)成本,损益,D,,Y,
                523,管理费用,损益,D,,Y,
                50101,发包收入,资产,C,501,Y,
                50101,租赁收入,损益,C,501,Y,
                60101,租赁收入,损益,C,501,Y,
                322,收益分配,所有者权益,C,,Y,
                10,坏,资产,D,,Y,
                102,银行存款,其他,D,,也许,
                """);

        assertThat(wrong).hasStatus(422);
        assertThat(Sheets.rowsOffered(text(wrong)))
                .anySatisfy(row -> assertThat(row).contains("|101|", "name：科目101在本账套叫“库存现金”"))
                .anySatisfy(row -> assertThat(row).contains("|152|", "normal_side：科目152的余额方向"))
                .anySatisfy(row -> assertThat(row).contains("|401|", "category：科目401的类别"))
                .anySatisfy(row -> assertThat(row).contains("|523|", "code：本账套的会计制度没有科目523"))
                .anySatisfy(row -> assertThat(row).contains("发包收入|资产", "category：类别要和上级科目501相同"))
                .anySatisfy(row -> assertThat(row).contains("|50101|租赁收入", "code：科目50101在表里出现两次"))
                .anySatisfy(row -> assertThat(row).contains("|60101|", "code：明细科目的代码要以上级代码501开头"))
                .anySatisfy(row -> assertThat(row).contains("|322|", "leaf：科目322下面有明细科目"))
                .anySatisfy(row -> assertThat(row).contains("|10|", "code：科目请以代码开头"))
                .anySatisfy(row -> assertThat(row).contains("|其他|", "category：“其他”不在可选范围内", "leaf：“也许”不在可选范围内"));
        assertThat(mvc.get().uri("/economy/books/" + book + "/accounts").with(SignedIn.at(places.township())))
                .bodyText()
                .doesNotContain("租赁收入");
    }

    @Test
    void openingsBecomeTheOpeningVoucherOnce() throws Exception {
        var sheet = OPENINGS + "101,,1000.50,0\n102,,\"20,000\",\n112,粮站,300,\n113,张三,,50\n301,,,21250.50\n";
        var page = text(upload("openings", sheet));
        assertThat(page).contains("检查通过", "21,300.50");
        for (var times = 0; times < 2; times++) {
            assertThat(confirm("openings", page)).hasRedirectedUrl("/economy/books/" + book + "/vouchers?waiting=true");
        }
        assertThat(mvc.get()
                        .uri("/economy/books/" + book + "/vouchers?waiting=true")
                        .with(SignedIn.at(places.township())))
                .bodyText()
                .contains("期初余额", "21,300.50", "共 1");

        assertThat(text(upload("openings", sheet))).contains("本账套已经有期初余额了");
    }

    @Test
    void openingsThatDoNotBalanceOrNameAParentStayOut() throws Exception {
        var wrong = upload("openings", OPENINGS + "102,,100,\n322,,,60\n112,,10,\n301,,,-5\n311,,0,\n");

        assertThat(wrong).hasStatus(422);
        assertThat(Sheets.rowsOffered(text(wrong)))
                .anySatisfy(row -> assertThat(row).contains("|102|", "借贷不平：借方110.00，贷方55.00，相差55.00"))
                .anySatisfy(row -> assertThat(row).contains("|322|", "code：科目322 收益分配下面还有明细科目"))
                .anySatisfy(row -> assertThat(row).contains("|112|", "detail：“应收款”要写明"))
                .anySatisfy(row -> assertThat(row).contains("|301|", "credit：金额要大于零"))
                .anySatisfy(row -> assertThat(row).contains("|311|", "debit：金额不能为零"));
        isEmpty();
    }

    @Test
    void vouchersOfEveryKindComeInByEitherHeadings() throws Exception {
        var english = VOUCHERS + """
                记-01-001,2026-01-05,收租,normal,,2,1,102,,100,0.00
                记-01-001,2026-01-05,收租,normal,,2,2,501,,0.00,100
                记-01-002,2026/1/6,重复入账,normal,,1,1,102,,100,
                记-01-002,2026/1/6,重复入账,normal,,1,2,501,,,100
                记-01-003,2026-01-07,注销1月6日记-01-002号凭证,red,记-01-002,0,1,102,,-100,
                记-01-003,2026-01-07,注销1月6日记-01-002号凭证,red,记-01-002,0,2,501,,,-100
                记-02-001,2026-02-01,订正,correcting,记-01-001,,1,102,,5,
                记-02-001,2026-02-01,订正,correcting,记-01-001,,2,501,,,5
                记-03-001,2026-03-31,结转,closing,,,1,501,,105,
                记-03-001,2026-03-31,结转,closing,,,2,321,,,105
                记-03-002,2026-03-31,分配,distribution,,1,1,32201,,5,
                记-03-002,2026-03-31,分配,distribution,,1,2,113,"王五, 东组",,5
                """;
        var page = text(upload("vouchers", english));
        assertThat(page).contains("检查通过", "2026-01", "2026-03", "215.00");
        assertThat(confirm("vouchers", page)).hasRedirectedUrl("/economy/books/" + book + "/vouchers?waiting=true");
        assertThat(mvc.get()
                        .uri("/economy/books/" + book + "/vouchers?state=SUBMITTED")
                        .with(SignedIn.at(places.township())))
                .bodyText()
                .contains("共 6", "红字", "更正", "结转", "收益分配");

        var gbk = "凭证号,日期,摘要,类型,附单据张数,科目代码,明细,借方,贷方\n"
                + "记-04-001,2026年4月1日,收承包费,,1,113 内部往来,李四,8,\n记-04-001,2026年4月1日,收承包费,,1,501,,,8\n";
        var other = mvc.post()
                .uri("/economy/books/" + book + "/import/vouchers")
                .multipart()
                .file(new MockMultipartFile("file", "凭证.csv", null, gbk.getBytes(Charset.forName("GBK"))))
                .param("id", UUID.randomUUID().toString())
                .with(SignedIn.at(places.east()))
                .exchange();
        assertThat(text(other)).contains("检查通过");
        assertThat(confirm("vouchers", text(other))).hasStatus3xxRedirection();
    }

    @Test
    void everythingWrongIsNamedByRowAndColumnAndNothingStays() throws Exception {
        ledger.run(
                places.township(),
                () -> books.close(current.jurisdiction(), current.actor(), book, YearMonth.of(2026, 1)));
        var wrong = upload("vouchers", VOUCHERS + """
                1,2026-02-05,Fine,normal,,1,1,102,,10,
                1,2026-02-05,Fine,normal,,1,2,501,,,10
                2,2026-02-05,Unbalanced,normal,,1,1,102,,10,
                2,2026-02-05,Unbalanced,normal,,1,2,501,,,9.99
                3,2026-02-05,Nought,normal,,1,1,102,,0,
                4,2026-02-05,NaN,normal,,1,1,102,,NaN,
                5,2026-02-05,Much,normal,,1,1,102,,1e20,
                6,2026-02-05,More,normal,,1,1,102,,100000000000000000000,
                7,2026-02-05,Fine cents,normal,,1,1,102,,0.125,
                8,2026-01-31,Closed,normal,,1,1,102,,1,
                8,2026-01-31,Closed,normal,,1,2,501,,,1
                9,2026-02-05,Parent,normal,,1,1,322,,1,
                10,2026-02-05,Nobody,normal,,1,1,112,,1,
                11,2026-02-05,Other regime,normal,,1,1,523,,1,
                12,2026-02-05,Unknown,red,记-99,0,1,102,,-1,
                12,2026-02-05,Unknown,red,记-99,0,2,501,,,-1
                13,2026-02-05,Twice,normal,,1,1,102,,1,
                13,2026-02-05,Twice,normal,,1,2,501,,,1
                13,2026-02-05,Twice again,normal,,1,1,102,,2,
                13,2026-02-05,Twice again,normal,,1,2,501,,,2
                14,2026-02-30,No such day,normal,,1,1,102,,1,
                15,2026-02-05,No kind,strange,,1,1,102,,1,
                16,2026-12-05,Ahead,normal,,1,1,102,,1,
                17,2026-02-05,Nothing attached,normal,,0,1,102,,1,
                17,2026-02-05,Nothing attached,normal,,0,2,501,,,1
                18,2026-02-05,"=cmd|' /C calc'!A0",normal,,1,1,102,"@SUM(A1)",1,
                ,2026-02-05,No number,normal,,1,1,102,,1,
                """);

        assertThat(wrong).hasStatus(422);
        assertThat(text(wrong)).contains("没有导入").doesNotContain("<td>=cmd");
        assertThat(Sheets.rowsOffered(text(wrong)))
                .anySatisfy(row -> assertThat(row).contains("|Unbalanced|", "no：借贷不平：借方10.00，贷方9.99，相差0.01"))
                .anySatisfy(row -> assertThat(row).contains("|Nought|", "debit：金额不能为零"))
                .anySatisfy(row -> assertThat(row).contains("|NaN|", "debit：金额写成数字"))
                .anySatisfy(row -> assertThat(row).contains("|Much|", "debit：金额写成数字"))
                .anySatisfy(row -> assertThat(row).contains("|More|", "debit：金额太大"))
                .anySatisfy(row -> assertThat(row).contains("|Fine cents|", "debit：金额最多两位小数"))
                .anySatisfy(row -> assertThat(row).contains("|Closed|", "date：2026-01已经结账"))
                .anySatisfy(row -> assertThat(row).contains("|Parent|", "code：科目322"))
                .anySatisfy(row -> assertThat(row).contains("|Nobody|", "detail：“应收款”要写明"))
                .anySatisfy(row -> assertThat(row).contains("|Other regime|", "code：本账套没有科目523"))
                .anySatisfy(row -> assertThat(row).contains("|Unknown|", "ref：没有找到要冲销或更正的凭证“记-99”"))
                .anySatisfy(row -> assertThat(row).contains("|Twice again|", "no：凭证号13重复"))
                .anySatisfy(row -> assertThat(row).contains("|No such day|", "date："))
                .anySatisfy(row -> assertThat(row).contains("|No kind|", "kind：“strange”不在可选范围内"))
                .anySatisfy(row -> assertThat(row).contains("|Ahead|", "date：日期还没有到"))
                .anySatisfy(row -> assertThat(row).contains("|Nothing attached|", "attachments：普通凭证要有附件"))
                .anySatisfy(row -> assertThat(row).contains("|'=cmd|' /C calc'!A0|", "|'@SUM(A1)|", "“银行存款”没有明细核算"))
                .anySatisfy(row -> assertThat(row).contains("|No number|", "no：请填写"))
                .filteredOn(row -> row.contains("|Fine|"))
                .allSatisfy(row -> assertThat(row).doesNotContain("："));
        isEmpty();
    }

    @Test
    void aNumberOnPaperIsGivenOnceAMonth() throws Exception {
        var one = VOUCHERS + "记-01-001,2026-01-05,Rent,,,1,,102,,1,\n记-01-001,2026-01-05,Rent,,,1,,501,,,1\n";
        assertThat(confirm("vouchers", text(upload("vouchers", one)))).hasStatus3xxRedirection();

        assertThat(text(upload("vouchers", one))).contains("no：凭证号记-01-001重复：本账套当月已有这个纸质凭证号");
        assertThat(text(upload(
                        "vouchers",
                        VOUCHERS
                                + "a,2026-01-05,Rent,,,1,,102,,1,\nb,2026-01-05,Gift,,,1,,102,,1,\nb,2026-01-05,Gift,,,1,,501,,,1\n"
                                + "a,2026-01-05,Rent,,,1,,501,,,1\n")))
                .contains("no：凭证号a重复：第2行已有这个号");
    }

    @Test
    void aTextThatLooksLikeAFormulaStaysATextAndIsGivenOutAsleep() throws Exception {
        var sheet = VOUCHERS
                + "\"'=1+1\",2026-01-05,=cmd|' /C calc'!A0,,,1,,102,,1,\n\"'=1+1\",2026-01-05,=cmd|' /C calc'!A0,,,1,,501,,,1\n";
        assertThat(confirm("vouchers", text(upload("vouchers", sheet)))).hasStatus3xxRedirection();

        var export = mvc.get()
                .uri("/economy/books/" + book + "/vouchers/export")
                .with(SignedIn.at(places.east()))
                .exchange();
        assertThat(Sheets.rows(export.getResponse().getContentAsByteArray()))
                .anySatisfy(row -> assertThat(row).contains("|'=cmd|' /C calc'!A0|"));
    }

    @Test
    void whatIsNoSheetOfOursIsRefusedInWords() throws Exception {
        assertThat(text(upload("vouchers", ""))).contains("请选择填写好的表格");
        assertThat(text(upload("vouchers", " \n"))).contains("表格中没有填写内容");
        assertThat(text(upload("vouchers", VOUCHERS))).contains("表格中没有填写内容");
        assertThat(text(upload("vouchers", "a,b,c\n1,2,3\n"))).contains("表格中找不到栏目名称");
        assertThat(text(upload("vouchers", "no,summary,debit,credit\n1,x,1,\n")))
                .contains("表格中缺少栏目：日期、科目");
        assertThat(text(upload("vouchers", "just words"))).contains("这不是可以读取的");
        assertThat(text(uploadFile("vouchers", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0})))
                .contains("旧版 .xls 表格");
        assertThat(text(uploadFile("vouchers", new byte[6 * 1024 * 1024]))).contains("表格过大");
        isEmpty();
    }

    @Test
    void fiftyThousandLinesGetAClearWordInNoTime() throws Exception {
        var lines = new StringBuilder(VOUCHERS);
        for (var number = 0; number < 25_000; number++) {
            lines.append("%d,2026-01-05,x,,,1,,102,,1,\n%d,2026-01-05,x,,,1,,501,,,1\n".formatted(number, number));
        }
        var began = System.nanoTime();
        assertThat(text(upload("vouchers", lines.toString()))).contains("表格行数过多，一次最多 20,000 行");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        isEmpty();
    }

    @Test
    void aBombIsNotUnpacked() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var much = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 300; megabyte++) {
                zip.write(much);
            }
        }

        assertThat(text(uploadFile("vouchers", bytes.toByteArray()))).contains("表格过大");
    }

    @Test
    void mergedCellsAreNamedAndFormulasCountByTheirResult() throws Exception {
        var headings = List.of(VOUCHERS.strip().split(","));
        var merged = workbook(
                row(1, headings)
                        + row(2, List.of("1", "2026-01-05", "Rent", "", "", "1", "", "102", "", "#=50+50=100", ""))
                        + row(3, List.of("", "", "", "", "", "", "", "501", "", "", "100")),
                "<mergeCells count=\"3\"><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"C2:C3\"/></mergeCells>");
        var looked = uploadFile("vouchers", merged);
        assertThat(looked).hasStatus(422);
        assertThat(Sheets.rowsOffered(text(looked)))
                .anySatisfy(row -> assertThat(row).contains("|501|", "no：请填写；合并的单元格要拆开", "date：请填写"));

        var formulas = workbook(
                row(1, headings)
                        + row(
                                2,
                                List.of(
                                        "1",
                                        "2026-01-05",
                                        "Rent",
                                        "",
                                        "",
                                        "1",
                                        "",
                                        "102",
                                        "",
                                        "#=0.1+0.2=0.30000000000000004",
                                        ""))
                        + row(3, List.of("1", "2026-01-05", "Rent", "", "", "1", "", "501", "", "", "#=3/10=0.3")),
                "");
        assertThat(text(uploadFile("vouchers", formulas))).contains("检查通过", "0.30");

        var broken = workbook(
                row(1, headings)
                        + row(2, List.of("1", "2026-01-05", "Rent", "", "", "1", "", "102", "", "#=1/0=", ""))
                        + row(3, List.of("1", "2026-01-05", "Rent", "", "", "1", "", "501", "", "", "1")),
                "");
        assertThat(text(uploadFile("vouchers", broken))).contains("debit：借方和贷方要填一边");
    }

    @Test
    void othersDoNotReachTheBook() {
        for (var sort : List.of("openings", "vouchers")) {
            assertThat(mvc.get()
                            .uri("/economy/books/" + book + "/import/" + sort)
                            .with(SignedIn.at(places.west())))
                    .hasStatus(404);
        }
        assertThat(mvc.get().uri("/economy/books/" + book + "/import/accounts").with(SignedIn.at(places.east())))
                .hasStatus(403);
    }

    private void isEmpty() {
        assertThat(mvc.get().uri("/economy/books/" + book + "/vouchers").with(SignedIn.at(places.east())))
                .bodyText()
                .contains("没有这样的凭证");
    }

    private MvcTestResult upload(String sort, String csv) {
        return uploadFile(sort, csv.getBytes(StandardCharsets.UTF_8));
    }

    private MvcTestResult uploadFile(String sort, byte[] file) {
        return mvc.post()
                .uri("/economy/books/" + book + "/import/" + sort)
                .multipart()
                .file(new MockMultipartFile("file", sort, null, file))
                .param("id", UUID.randomUUID().toString())
                .with(SignedIn.at(sort.equals("accounts") ? places.township() : places.east()))
                .exchange();
    }

    private MvcTestResult confirm(String sort, String page) {
        return mvc.post()
                .uri("/economy/books/" + book + "/import/" + sort + "/confirm")
                .param("id", hidden(page, "id"))
                .param("sheet", hidden(page, "sheet"))
                .with(SignedIn.at(sort.equals("accounts") ? places.township() : places.east()))
                .exchange();
    }

    private static String hidden(String page, String field) {
        var input =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]*+)\"").matcher(page);
        assertThat(input.find()).as(field).isTrue();
        return input.group(1);
    }

    private static String text(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    /** Cells that begin with # are formulas: what they say and, behind the last equals sign, what they gave. */
    private static String row(int number, List<String> cells) {
        var row = new StringBuilder("<row r=\"" + number + "\">");
        for (var at = 0; at < cells.size(); at++) {
            var cell = cells.get(at);
            var ref = (char) ('A' + at) + String.valueOf(number);
            if (cell.startsWith("#=")) {
                var end = cell.lastIndexOf('=');
                var given = cell.substring(end + 1);
                row.append("<c r=\"%s\"><f>%s</f>%s</c>"
                        .formatted(ref, cell.substring(2, end), given.isEmpty() ? "" : "<v>" + given + "</v>"));
            } else if (!cell.isEmpty()) {
                row.append("<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(ref, cell));
            }
        }
        return row.append("</row>").toString();
    }

    private static byte[] workbook(String rows, String merged) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                            + "</sheetData>" + merged + "</worksheet>");
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
