package io.qiangcun.economy.takeover.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.Sheets;
import io.qiangcun.testkit.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A book from the sheets of a folder. */
@ApplicationTest
class FolderTakeoverTests {

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    FolderTakeover takeover;

    @Autowired
    MockMvcTester mvc;

    @TempDir
    Path folder;

    private PlaceFixtures places;
    private BookId book;

    @BeforeEach
    void lay() throws IOException {
        places = ledger.county();
        book = ledger.bookOf(places, places.east());
        lay("accounts", """
                code,name,category,normal_side,parent,leaf,aux_required
                50101,发包收入,损益,C,501,Y,
                """);
        lay("openings", "code,detail,debit,credit\n102,,5,\n301,,,5\n");
        lay("vouchers", """
                no,date,summary,kind,ref,attachments,line,code,detail,debit,credit
                1,2026-01-05,Fee,normal,,1,1,102,,10,
                1,2026-01-05,Fee,normal,,1,2,50101,,,10
                """);
    }

    @Test
    void comesInWholeAndOnceHoweverOftenItIsSaid() {
        for (var times = 0; times < 2; times++) {
            var report = ledger.at(places.township(), () -> takeover.take(book, folder));
            assertThat(report.lines()).hasSize(3).last().asString().contains("凭证：已导入 2 行");
            assertThat(report.taken()).isTrue();
        }
        assertThat(vouchers()).contains("期初余额", "Fee", "共 2");
    }

    @Test
    void oneWrongLineKeepsAllThreeSheetsOut() throws IOException {
        lay("openings", "code,detail,debit,credit\n102,,5,\n301,,,6\n");
        lay("vouchers", """
                no,date,summary,kind,ref,attachments,line,code,detail,debit,credit
                1,2026-01-05,Fee,normal,,1,1,102,,10,
                1,2026-01-05,Fee,normal,,1,2,50102,,,10
                """);
        var report = ledger.at(places.township(), () -> takeover.take(book, folder));

        assertThat(report.taken()).isFalse();
        assertThat(report.lines())
                .anySatisfy(line -> assertThat(line).contains("openings.csv", "1 行有误"))
                .anySatisfy(line -> assertThat(line).contains("第3行", "code：本账套没有科目50102"))
                .last()
                .asString()
                .contains("没有导入");
        assertThat(Sheets.rows(Files.readAllBytes(folder.resolve("vouchers.csv.errors.xlsx"))))
                .anySatisfy(row -> assertThat(row).contains("|50102|", "本账套没有科目50102"));
        assertThat(vouchers()).contains("没有这样的凭证");
        assertThat(mvc.get().uri("/economy/books/" + book + "/accounts").with(SignedIn.at(places.township())))
                .bodyText()
                .doesNotContain("发包收入");
    }

    @Test
    void saysWhatCannotBeReadAndWhatIsNotThere() throws IOException {
        Files.write(folder.resolve("vouchers.csv"), new byte[] {1, 0, 2});
        assertThat(ledger.at(places.township(), () -> takeover.take(book, folder))
                        .lines())
                .anySatisfy(line -> assertThat(line).contains("vouchers.csv：这不是可以读取的"));
        assertThat(ledger.at(places.township(), () -> takeover.take(book, folder.resolve("none")))
                        .lines())
                .singleElement()
                .asString()
                .contains("accounts、openings、vouchers");
    }

    private String vouchers() {
        return new String(
                mvc.get()
                        .uri("/economy/books/" + book + "/vouchers")
                        .with(SignedIn.at(places.east()))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private void lay(String sort, String content) throws IOException {
        Files.writeString(folder.resolve(sort + ".csv"), content);
    }
}
