package io.qiangcun.core.sheet;

import io.qiangcun.core.sheet.RowSheet.Line;
import io.qiangcun.core.sheet.RowSheet.Unreadable;
import io.qiangcun.core.sheet.RowSheet.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A sheet saved as text: commas, semicolons or tabs between its cells (RFC 4180). In UTF-8 or, as spreadsheets of this
 * country save it, in GB 18030, which holds GBK.
 */
final class SeparatedText {

    private static final char MARK = '\uFEFF';
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    private static final char[] SEPARATORS = {',', '\t', ';'};

    private final String text;
    private final char separator;
    private final int mostColumns;
    private int at;
    private int number;

    private SeparatedText(String text, int mostColumns) {
        this.text = text;
        this.separator = separator(text);
        this.mostColumns = mostColumns;
    }

    /** Lines that are not blank, numbered as a spreadsheet would number them; no more than are asked for. */
    static List<Line> lines(byte[] file, int most, int mostColumns) {
        var text = decoded(file);
        if (text.isBlank()) {
            throw new Unreadable("empty");
        }
        return new SeparatedText(text, mostColumns).lines(most);
    }

    private static String decoded(byte[] file) {
        for (var charset : CHARSETS) {
            try {
                var text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(file))
                        .toString();
                if (text.indexOf('\0') >= 0) {
                    throw new Unreadable("not-a-workbook");
                }
                return text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1);
            } catch (CharacterCodingException another) {
                // the next one
            }
        }
        throw new Unreadable("not-a-workbook");
    }

    /** What stands most often in the first line that is not blank. */
    private static char separator(String text) {
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        var best = SEPARATORS[0];
        var most = 0L;
        for (var one : SEPARATORS) {
            var found = first.chars().filter(letter -> letter == one).count();
            if (found > most) {
                best = one;
                most = found;
            }
        }
        if (most == 0 && text.chars().noneMatch(letter -> letter == ',' || letter == '\t' || letter == ';')) {
            throw new Unreadable("not-a-workbook");
        }
        return best;
    }

    private List<Line> lines(int most) {
        var lines = new ArrayList<Line>();
        while (at < text.length() && lines.size() <= most) {
            number++;
            var line = new Line(number, values());
            if (!line.isBlank()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private List<Value> values() {
        var values = new ArrayList<Value>();
        while (true) {
            var value = at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
            if (values.size() < mostColumns) {
                values.add(value.isEmpty() ? Value.NONE : new Value(RowSheet.unmarked(value), null));
            }
            if (at >= text.length()) {
                return values;
            }
            var end = text.charAt(at++);
            if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            if (end != separator) {
                return values;
            }
        }
    }

    private boolean isEnd(char letter) {
        return letter == separator || letter == '\r' || letter == '\n';
    }

    private String plain() {
        var from = at;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    /** Two quotes stand for one; what follows the closing quote belongs to the cell as well. */
    private String quoted() {
        var value = new StringBuilder();
        at++;
        while (at < text.length()) {
            var letter = text.charAt(at++);
            if (letter != '"') {
                value.append(letter);
            } else if (at < text.length() && text.charAt(at) == '"') {
                value.append('"');
                at++;
            } else {
                return value.append(plain()).toString();
            }
        }
        throw new Unreadable("quote-open", number);
    }
}
