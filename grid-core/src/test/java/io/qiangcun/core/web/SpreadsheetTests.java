package io.qiangcun.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class SpreadsheetTests {

    record Line(
            String code,
            @Nullable BigDecimal income,
            @Nullable LocalDate day) {}

    @Test
    void beginsWithTitleAndNotesThenHeadsThenRows() throws IOException {
        var rows = rowsOf(Spreadsheet.named("收入", List.of(new Line("150524101201", new BigDecimal("128.60"), null)))
                .note("2026年10月")
                .note("单位：万元")
                .column("代码", Line::code)
                .column("收入", Line::income));

        assertThat(rows)
                .extracting(row -> row.getCellText(0))
                .containsExactly("收入", "2026年10月", "单位：万元", "代码", "150524101201");
    }

    @Test
    void numbersAndDaysStayWhatTheyAreAndCodesAreText() throws IOException {
        var row = rowsOf(Spreadsheet.named(
                                "收入",
                                List.of(new Line("150524101201", new BigDecimal("128.60"), LocalDate.of(2026, 10, 28))))
                        .column("代码", Line::code)
                        .column("收入", Line::income)
                        .column("日期", Line::day)
                        .column("时间", any -> Instant.parse("2026-10-28T17:30:00Z")))
                .get(2);

        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCellAsNumber(1)).hasValue(new BigDecimal("128.60"));
        assertThat(row.getCellAsDate(2).orElseThrow().toLocalDate()).isEqualTo("2026-10-28");
        assertThat(row.getCellAsDate(3).orElseThrow()).isEqualTo("2026-10-29T01:30:00");
    }

    @Test
    void whatIsMissingIsAnEmptyCell() throws IOException {
        var row = rowsOf(Spreadsheet.named("收入", List.of(new Line("1", null, null)))
                        .column("代码", Line::code)
                        .column("收入", Line::income))
                .get(2);

        assertThat(row.getOptionalCell(1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠1"})
    void textThatLooksLikeAFormulaIsMadeHarmless(String text) throws IOException {
        var row = rowsOf(Spreadsheet.named("收入", List.of(text)).column("说明", line -> line))
                .get(2);

        assertThat(row.getCellText(0)).startsWith("'");
        assertThat(row.getCell(0).getFormula()).isNull();
    }

    @Test
    void isADownloadNamedAfterItsTitle() throws IOException {
        var response = new MockHttpServletResponse();

        Spreadsheet.named("村级填报情况", List.of("a")).column("名称", line -> line).writeTo(response);

        assertThat(response.getContentType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E6%9D%91%E7%BA%A7%E5%A1%AB%E6%8A%A5%E6%83%85%E5%86%B5.xlsx");
    }

    @Test
    void writesRowsWhileTheyAreRead() throws IOException {
        var out = new ByteArrayOutputStream();
        var begun = new boolean[1];

        Spreadsheet.named("收入", () -> IntStream.range(0, 20_000)
                        .peek(number -> begun[0] |= number > 10_000 && out.size() > 0)
                        .iterator())
                .column("序号", number -> number)
                .writeTo(out);

        assertThat(begun[0]).isTrue();
        assertThat(read(out)).hasSize(20_002);
    }

    private static List<Row> rowsOf(Spreadsheet<?> spreadsheet) throws IOException {
        var out = new ByteArrayOutputStream();
        spreadsheet.writeTo(out);
        return read(out);
    }

    private static List<Row> read(ByteArrayOutputStream out) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return book.getFirstSheet().read();
        }
    }
}
