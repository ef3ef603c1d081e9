package io.qiangcun.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** What the real server makes of many large photos, with the limits that are delivered. */
class LargeUploadTests {

    private static final int LARGE = 12 * 1024 * 1024;
    private static final int USUAL = 300 * 1024;

    private static ServletWebServerApplicationContext application;

    @BeforeAll
    static void start() {
        application = (ServletWebServerApplicationContext)
                new SpringApplication(OneForm.class).run("--server.port=0", "--spring.datasource.url=jdbc:none");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void twentyPhotosOfTwelveMegabytesAreAnsweredAndNotCutOff() throws Exception {
        assertThat(send(20, LARGE).statusCode()).isEqualTo(413);
    }

    @Test
    void twentyPhotosAsAPhoneMakesThemSmallGoThrough() throws Exception {
        assertThat(send(20, USUAL)).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("20");
        });
    }

    private static HttpResponse<String> send(int photos, int bytes) throws Exception {
        var address = "http://localhost:"
                + Objects.requireNonNull(application.getWebServer()).getPort() + "/";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Content-Type", "multipart/form-data; boundary=photos")
                                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body(photos, bytes)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static InputStream body(int photos, int bytes) {
        var parts = new ArrayList<InputStream>();
        for (var photo = 0; photo < photos; photo++) {
            parts.add(text("--photos\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%d.jpg\"\r\n\r\n"
                    .formatted(photo)));
            parts.add(noise(bytes));
            parts.add(text("\r\n"));
        }
        parts.add(text("--photos--\r\n"));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream noise(int bytes) {
        return new ByteArrayInputStream(new byte[bytes]);
    }

    /** Nothing but a form that counts its files, with the settings of the application. */
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        MultipartAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class OneForm {

        @Bean
        RouterFunction<ServerResponse> form() {
            return RouterFunctions.route()
                    .POST("/", request -> ServerResponse.ok()
                            .body(String.valueOf(request.multipartData()
                                    .getOrDefault("files", List.of())
                                    .size())))
                    .build();
        }
    }
}
