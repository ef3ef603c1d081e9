package io.qiangcun.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** What the real server makes of the session settings that are delivered. */
class SessionCookieTests {

    @Test
    void isOutOfReachOfScriptsAndOtherSites() throws Exception {
        assertThat(cookie(List.of(), "http"))
                .startsWith("JSESSIONID=")
                .contains("; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure", "Max-Age", "Domain");
    }

    @Test
    void travelsOverHttpsOnlyWhenTheVisitorCameByHttps() throws Exception {
        assertThat(cookie(List.of("--server.forward-headers-strategy=native"), "https"))
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax");
        assertThat(cookie(List.of("--server.servlet.session.cookie.secure=true"), "http"))
                .contains("; Secure");
    }

    @Test
    void believesNobodyThatHeCameByHttpsUnlessToldTo() throws Exception {
        assertThat(cookie(List.of(), "https")).doesNotContain("Secure");
    }

    @Test
    void isGoodForHalfAnHourOfSilenceUnlessSetOtherwise() throws Exception {
        assertThat(answer(List.of(), "http").body()).isEqualTo("1800");
        assertThat(answer(List.of("--server.servlet.session.timeout=10m"), "http")
                        .body())
                .isEqualTo("600");
    }

    private static String cookie(List<String> settings, String protocol) throws IOException, InterruptedException {
        return answer(settings, protocol).headers().firstValue("Set-Cookie").orElseThrow();
    }

    private static HttpResponse<String> answer(List<String> settings, String protocol)
            throws IOException, InterruptedException {
        var application = new SpringApplication(OnePage.class);
        var arguments =
                Stream.concat(Stream.of("--server.port=0", "--spring.datasource.url=jdbc:none"), settings.stream());
        try (var context = (ServletWebServerApplicationContext) application.run(arguments.toArray(String[]::new))) {
            var address = "http://localhost:"
                    + Objects.requireNonNull(context.getWebServer()).getPort() + "/";
            var request = HttpRequest.newBuilder(URI.create(address))
                    .header("X-Forwarded-Proto", protocol)
                    .build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Nothing but a session, with the settings of the application. */
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class OnePage {

        @Bean
        RouterFunction<ServerResponse> page() {
            return RouterFunctions.route()
                    .GET("/", request -> ServerResponse.ok().body(idle(request.session())))
                    .build();
        }

        private static String idle(HttpSession session) {
            return String.valueOf(session.getMaxInactiveInterval());
        }
    }
}
