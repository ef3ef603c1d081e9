package io.qiangcun.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser: signs in and reads pages. */
final class Visitor {

    private static final Pattern FIELD = Pattern.compile("<input\\b[^>]*>");

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(Redirect.NEVER)
            .build();

    private Visitor(String address) {
        this.address = address;
    }

    /** Nobody in particular. */
    static Visitor without(String address) {
        return new Visitor(address);
    }

    static Visitor signedIn(String address, String login, String password) {
        var visitor = new Visitor(address);
        var token = visitor.field(visitor.get("/login").body(), "_csrf");
        var answer = visitor.post("/login", Map.of("_csrf", token, "login", login, "password", password, "next", "/"));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("login")) {
            throw new IllegalStateException("%s cannot sign in: %d %s"
                    .formatted(login, answer.statusCode(), answer.headers().firstValue("Location")));
        }
        return visitor;
    }

    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    /** A page that has to be there. */
    void reads(String path) {
        var status = get(path).statusCode();
        if (status != 200) {
            throw new IllegalStateException(path + " answers " + status);
        }
    }

    /** The path itself, or where it sends the reader on to. */
    String landsAt(String path) {
        var answer = get(path);
        return answer.headers()
                .firstValue("Location")
                .map(location -> uri(location).getPath())
                .orElse(path);
    }

    /** The first link of the page that leads to one thing: what begins so and ends with an id. */
    String firstLink(String path, String beginning) {
        var link = Pattern.compile("href=\"(" + Pattern.quote(beginning) + "(?:[0-9a-f-]{36}|[0-9]+))\"")
                .matcher(get(path).body());
        if (!link.find()) {
            throw new IllegalStateException(path + " links to no " + beginning);
        }
        return link.group(1);
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** The value of the last input of that name. */
    String field(String page, String name) {
        return FIELD.matcher(page)
                .results()
                .map(found -> found.group())
                .filter(input -> input.contains("name=\"" + name + "\""))
                .map(input -> input.replaceAll("(?s).*\\bvalue=\"([^\"]*)\".*", "$1"))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new IllegalStateException("No field " + name));
    }

    private URI uri(String path) {
        return URI.create(address).resolve(path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
