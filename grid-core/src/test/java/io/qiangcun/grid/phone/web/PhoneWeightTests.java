package io.qiangcun.grid.phone.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.grid.gridevent.EventFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.SignedIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A slow network in the hills pays for every kilobyte: all that the page loads, packed as it travels. */
@ApplicationTest
class PhoneWeightTests {

    private static final int FIRST = 60 * 1024;
    private static final int AGAIN = 15 * 1024;
    /** Answers have heads as well. */
    private static final int HEADERS = 700;

    private static final Pattern LOADED =
            Pattern.compile("<(?:script|link)[^>]*(?:src|href)=\"([^\"]+)\"|from '(\\./[^']+)'");
    private static final List<String> ASKED_ANYWAY = List.of("/api/v1/grid-events/form", "/sw.js");

    @Autowired
    EventFixtures fixtures;

    @Autowired
    MockMvcTester mvc;

    private PlaceCode grid;

    @BeforeEach
    void plant() {
        grid = fixtures.plant().grid();
    }

    @Test
    void weighsLittleTheFirstTimeAndLessAgain() throws IOException {
        var weights = weights();
        var first = weights.values().stream().mapToInt(Integer::intValue).sum();
        var again = weights.entrySet().stream()
                .filter(file -> !file.getKey().startsWith("/kit/"))
                .mapToInt(Map.Entry::getValue)
                .sum();

        assertThat(weights.keySet()).anyMatch(file -> file.endsWith("/vault.js"));
        assertThat(first).as("%s", weights).isLessThanOrEqualTo(FIRST);
        assertThat(again).as("%s", weights).isLessThanOrEqualTo(AGAIN);
    }

    @Test
    void mayKeepForGoodWhatItLoads() throws IOException {
        assertThat(weights().keySet())
                .filteredOn(file -> file.startsWith("/kit/"))
                .isNotEmpty()
                .allSatisfy(file -> {
                    assertThat(file).matches("/kit/phone/[0-9a-f]{12}/[a-z0-9.-]+");
                    assertThat(mvc.get().uri(file))
                            .hasStatusOk()
                            .headers()
                            .hasValue("Cache-Control", "max-age=31536000, public, immutable");
                });
    }

    /** Everything the page names and what that names in turn, in bytes. */
    private Map<String, Integer> weights() throws IOException {
        var weights = new LinkedHashMap<String, Integer>();
        var next = new ArrayDeque<>(List.of("/grid/phone"));
        next.addAll(ASKED_ANYWAY);
        next.add("/grid/phone/offline");
        while (!next.isEmpty()) {
            var path = next.remove();
            if (weights.containsKey(path)) {
                continue;
            }
            var response = mvc.get()
                    .uri(URI.create(path))
                    .with(SignedIn.at(grid))
                    .exchange()
                    .getResponse();
            assertThat(response.getStatus()).as(path).isEqualTo(200);
            weights.put(path, packed(response.getContentAsByteArray()) + HEADERS);
            var names = LOADED.matcher(response.getContentAsString());
            while (names.find()) {
                var name = names.group(1) == null ? names.group(2) : names.group(1);
                next.add(URI.create(path).resolve(name).toString());
            }
        }
        return weights;
    }

    private static int packed(byte[] body) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(body);
        }
        return packed.size();
    }
}
