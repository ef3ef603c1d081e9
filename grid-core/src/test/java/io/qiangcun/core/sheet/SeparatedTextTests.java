package io.qiangcun.core.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.sheet.RowSheet.Limits;
import io.qiangcun.core.sheet.RowSheet.Unreadable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeparatedTextTests {

    private static final List<String> HEADINGS = List.of("code", "科目");

    @Test
    void readsQuotesLineEndsAndBlankLinesAsASpreadsheetDoes() {
        var sheet = read("code,name\r\n101,\"Cash, \"\"small\"\"\"\r\n\r\n102,\"Two\nlines\"\n103");

        assertThat(sheet.headings()).containsExactly("code", "name");
        assertThat(sheet.lines()).extracting(RowSheet.Line::number).containsExactly(2, 4, 5);
        assertThat(sheet.lines())
                .extracting(line -> line.at(1).text())
                .containsExactly("Cash, \"small\"", "Two\nlines", "");
    }

    @Test
    void readsWhatSpreadsheetsOfThisCountrySave() {
        for (var charset : List.of("UTF-8", "GBK")) {
            var sheet = RowSheet.read("科目,名称\n101,库存现金".getBytes(Charset.forName(charset)), HEADINGS, Limits.USUAL);

            assertThat(sheet.lines().get(0).at(1).text()).as(charset).isEqualTo("库存现金");
        }
        assertThat(read("\uFEFFcode;name\n1;2").columnOf("code")).isZero();
        assertThat(read("Code\tname\n1\t2").columnOf("code")).isZero();
    }

    @Test
    void takesOffWhatKeepsAFormulaAsleep() {
        assertThat(read("code,name\n'=cmd|' /C calc'!A0,x").lines().get(0).at(0).text())
                .isEqualTo("=cmd|' /C calc'!A0");
    }

    @Test
    void refusesWhatIsNoSheet() {
        refused("no sheet".getBytes(StandardCharsets.UTF_8), "not-a-workbook");
        refused(new byte[] {'a', ',', 0, 'b'}, "not-a-workbook");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}, "old-workbook");
        refused(new byte[] {'P', 'K', 3, 4}, "not-a-workbook");
        refused("code,name\n1,\"open".getBytes(StandardCharsets.UTF_8), "quote-open");
        refused("  \n".getBytes(StandardCharsets.UTF_8), "empty");
        refused("code,name\n".getBytes(StandardCharsets.UTF_8), "empty");
        refused("x,y\n1,2".getBytes(StandardCharsets.UTF_8), "no-headings");
        refused(("code,name\n" + "1,2\n".repeat(60_000)).getBytes(StandardCharsets.UTF_8), "too-many");
    }

    private static RowSheet read(String text) {
        return RowSheet.read(text.getBytes(StandardCharsets.UTF_8), HEADINGS, Limits.USUAL);
    }

    private static void refused(byte[] file, String key) {
        assertThatThrownBy(() -> RowSheet.read(file, HEADINGS, Limits.USUAL))
                .isInstanceOfSatisfying(
                        Unreadable.class, no -> assertThat(no.messageKey()).isEqualTo("core.sheet." + key));
    }
}
