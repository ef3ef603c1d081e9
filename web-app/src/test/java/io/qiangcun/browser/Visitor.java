package io.qiangcun.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody at a screen: signs in, goes to pages, presses what can be pressed. Notices every script error and every
 * violation of the content security policy.
 */
final class Visitor implements AutoCloseable {

    static final int DESK = 1440;
    static final int PHONE = 360;

    /** In milliseconds; other tests run beside the journeys, and both wait for each other. */
    private static final int PATIENCE = 15_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Playwright PLAYWRIGHT = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
    private static final Browser CHROMIUM = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(NeedsChromium.chromium().orElseThrow())
                    .setArgs(ARGUMENTS));

    private String login = "";
    private String password = "";
    private final BrowserContext context;
    private Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(int port, int width) {
        address = "http://localhost:" + port;
        context = CHROMIUM.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? 740 : 900)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(PATIENCE);
        page = listenedTo(context.newPage());
    }

    private Page listenedTo(Page opened) {
        opened.onPageError(complaints::add);
        opened.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        return opened;
    }

    /** Arrives at the sign-in page. */
    static Visitor at(int port, int width) {
        return new Visitor(port, width);
    }

    /** Words that nobody else has written, all letters: a run of digits would be hidden like the number of an identity card. */
    static String words(String about) {
        return about + " "
                + UUID.randomUUID()
                        .toString()
                        .chars()
                        .map(sign -> Character.isDigit(sign) ? sign - '0' + 'g' : sign)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    Visitor signsIn(String login, String password) {
        this.login = login;
        this.password = password;
        goesTo("/login");
        page.fill("input[name=login]", login);
        page.fill("input[name=password]", password);
        page.click("main button[type=submit]");
        assertThat(page.url()).doesNotContain("/login");
        return this;
    }

    /** Another day: signs in again if the session has come to its end meanwhile. */
    Visitor comesBackTo(String path) {
        goesTo(path);
        return path().startsWith("/login") ? signsIn(login, password).goesTo(path) : this;
    }

    Visitor goesTo(String path) {
        page.navigate(address + path);
        return this;
    }

    /** In the same browser, with what it has kept. */
    Page opensAnotherPage(String path) {
        page = listenedTo(context.newPage());
        goesTo(path);
        return page;
    }

    /** Whether there is a network. */
    Visitor isOffline(boolean offline) {
        context.setOffline(offline);
        return this;
    }

    /** Where the visitor is now, without the address of the server. */
    String path() {
        return page.url().substring(address.length());
    }

    Page page() {
        return page;
    }

    Visitor clicks(String text) {
        try {
            page.locator("main a, main button, main summary")
                    .filter(new Locator.FilterOptions().setHasText(text))
                    .first()
                    .click();
        } catch (TimeoutError nothing) {
            throw new AssertionError(
                    "Nothing to click with \"%s\" at %s:%n%s"
                            .formatted(text, path(), page.locator("main").innerText()),
                    nothing);
        }
        return this;
    }

    Visitor fills(String field, String value) {
        page.fill("[name='" + field + "']", value);
        return this;
    }

    Visitor chooses(String field, String value) {
        page.selectOption("[name='" + field + "']", value);
        return this;
    }

    Visitor marks(String field, String value) {
        page.check("[name='" + field + "'][value='" + value + "']");
        return this;
    }

    /** As soon as it is there: what was pressed just now may still be under way. */
    Visitor sees(String... texts) {
        for (var text : texts) {
            PlaywrightAssertions.assertThat(page.locator("body"))
                    .containsText(text, new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
        }
        return this;
    }

    Visitor doesNotSee(String... texts) {
        assertThat(page.locator("main").innerText()).doesNotContain(texts);
        return this;
    }

    /** Keeps a picture for the documentation, under docs/images when asked to, else beside the test reports. */
    Visitor photographs(String name) {
        var folder = Boolean.getBoolean("qiangcun.photographs") ? "../docs/images" : "target/photographs";
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(folder, name + ".png"))
                .setType(ScreenshotType.PNG)
                .setFullPage(true));
        return this;
    }

    /** Nobody has to scroll sideways, and machines that read aloud find what they need (WCAG 2.2 AA). */
    Visitor findsThePageAccessible() {
        var sideways =
                (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertThat(sideways).as("the page scrolls sideways").isFalse();
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations)
                .as(page.url())
                .extracting(rule -> rule.getId() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .isEmpty();
        return this;
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("script errors and policy violations").isEmpty();
    }
}
