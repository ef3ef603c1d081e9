package io.qiangcun.web.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** Reads the lists that the demo county is made of; the first line names the columns. */
final class DemoResource {

    private DemoResource() {}

    /** All cells of all lines, the empty ones at the end included. */
    static List<List<String>> rows(String name, String separator) {
        try {
            return new ClassPathResource("demo/" + name)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.split(Pattern.quote(separator), -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
