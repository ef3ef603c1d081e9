package io.qiangcun.grid.phone.web;

import io.qiangcun.core.domain.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What the page of the phone is made of, under one version that changes with any of it: modules that name each other need
 * addresses that change together.
 */
@Component
class PhoneShell {

    static final String LOCATION = "classpath:/static/phone/";
    static final String ADDRESS = "/kit/phone/";

    private static final int VERSION_DIGITS = 12;

    private final String version;
    private final List<String> files;
    private final String worker;

    PhoneShell(ResourcePatternResolver resources) throws IOException {
        var parts = Arrays.stream(resources.getResources(LOCATION + "*"))
                .sorted(Comparator.comparing(PhoneShell::name))
                .toList();
        var words = List.of(
                resources.getResource("classpath:/templates/grid/phone/page.html"),
                resources.getResource("classpath:/messages/grid.properties"));
        var texts = Stream.concat(parts.stream(), words.stream())
                .flatMap(part -> Stream.of(name(part), text(part, StandardCharsets.ISO_8859_1)))
                .toArray(String[]::new);
        version = Sha256.hex(texts).substring(0, VERSION_DIGITS);
        files = parts.stream()
                .map(PhoneShell::name)
                .filter(name -> !name.equals("worker.js"))
                .toList();
        worker = text(resources.getResource(LOCATION + "worker.js"), StandardCharsets.UTF_8);
    }

    String version() {
        return version;
    }

    /** The service worker, which has to know before anything else what it keeps. */
    String worker(String contextPath) {
        var kept = files.stream()
                .map(file -> "'" + contextPath + ADDRESS + version + "/" + file + "'")
                .toList();
        return """
                const VERSION = '%s';
                const PAGE = '%s/grid/phone';
                const SHELL = '%s/grid/phone/offline';
                const FILES = %s;
                """.formatted(version, contextPath, contextPath, kept) + worker;
    }

    /** In place of the service worker when it is to go: it forgets the pages, not the reports. */
    static String farewell() {
        return """
                self.addEventListener('install', () => self.skipWaiting());
                self.addEventListener('activate', (event) => event.waitUntil((async () => {
                  const names = await caches.keys();
                  await Promise.all(names.filter((name) => name.startsWith('qiangcun-phone-')).map((name) => caches.delete(name)));
                  await self.registration.unregister();
                })()));
                """;
    }

    private static String name(Resource resource) {
        return String.valueOf(resource.getFilename());
    }

    private static String text(Resource resource, Charset charset) {
        try (var in = resource.getInputStream()) {
            return new String(in.readAllBytes(), charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
