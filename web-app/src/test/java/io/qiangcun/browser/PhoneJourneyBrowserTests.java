package io.qiangcun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A report where there is no network: kept, sent by itself later, and taken in exactly once. */
@Order(4)
@BrowserTest
class PhoneJourneyBrowserTests {

    private static final String VILLAGE = "150524101200";
    private static final String PHONE = "/grid/phone";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty county;

    @Test
    void aReportSurvivesAKilledPageWithoutANetwork() throws IOException {
        var what = Visitor.words("Offline");
        try (var visitor = Visitor.at(port, Visitor.PHONE)) {
            var page = ready(visitor);
            visitor.photographs("phone-home").findsThePageAccessible();
            visitor.isOffline(true);
            page.close();

            // the page comes from the device
            var later = visitor.opensAnotherPage(PHONE);
            fill(later, what);
            later.setInputFiles("#files", new FilePayload("photo.png", "image/png", photo()));
            assertThat(later.locator("#thumbs img")).hasCount(1);
            visitor.photographs("phone-report").findsThePageAccessible();
            later.locator("#report-form .pri").click();
            assertThat(later.locator("#records li[data-state=WAITING]")).containsText(what);
            visitor.photographs("phone-outbox").findsThePageAccessible();
            later.close();
            assertThat(county.reports(what)).isZero();

            // nobody presses anything
            visitor.isOffline(false);
            var last = visitor.opensAnotherPage(PHONE + "#mine");
            assertThat(last.locator("#records li[data-state=SENT] .receipt")).containsText("回执码");
            assertThat(county.reports(what)).isEqualTo(1);
            assertThat(county.photosOfReport(what)).isEqualTo(1);
        }
    }

    @Test
    void whatIsSentTwiceIsTakenInOnce() {
        var what = Visitor.words("Twice");
        try (var visitor = Visitor.at(port, Visitor.PHONE)) {
            var page = ready(visitor);
            // the answer is lost on its way back: the server has it, the device does not know
            page.context().route(address -> address.endsWith("/api/v1/grid-events"), route -> {
                route.fetch();
                route.abort();
            });
            page.navigate(page.url().replaceAll("#.*", "") + "#report");
            fill(page, what);
            page.locator("#report-form .pri").click();
            assertThat(page.locator("#records li[data-state=WAITING]")).containsText(what);
            page.context().unrouteAll();

            page.locator("#send-now").click();
            assertThat(page.locator("#records li[data-state=SENT]")).containsText(what);
            assertThat(county.reports(what)).isEqualTo(1);
        }
    }

    @Test
    void bothVersionsAreKeptUntilSomebodyChooses() {
        var what = Visitor.words("First words");
        try (var visitor = Visitor.at(port, Visitor.PHONE)) {
            var page = ready(visitor);
            page.context().route(address -> address.endsWith("/api/v1/grid-events"), route -> {
                route.fetch();
                route.abort();
            });
            page.navigate(page.url().replaceAll("#.*", "") + "#report");
            fill(page, what);
            page.locator("#report-form .pri").click();
            var waiting = page.locator("#records li[data-state=WAITING]");
            assertThat(waiting).containsText(what);
            waiting.locator("button").first().click();
            page.fill("#content", "Second words");
            page.context().unrouteAll();
            page.locator("#report-form .pri").click();

            var conflict = page.locator("#records li[data-state=CONFLICT]");
            assertThat(conflict).containsText(what);
            assertThat(conflict).containsText("Second words");
            conflict.locator("button").first().click();
            assertThat(page.locator("#records li[data-state=SENT]")).containsText(what);
            assertThat(county.reports(what)).isEqualTo(1);
        }
    }

    @Test
    void aRescueFileCarriesReportsToAnotherPhone() {
        var what = Visitor.words("Rescue");
        byte[] file;
        try (var visitor = Visitor.at(port, Visitor.PHONE)) {
            var page = ready(visitor);
            visitor.isOffline(true);
            page.navigate(page.url().replaceAll("#.*", "") + "#report");
            fill(page, what);
            page.locator("#report-form .pri").click();
            assertThat(page.locator("#records li[data-state=WAITING]")).containsText(what);
            page.locator("#rescue summary").click();
            page.fill("#passphrase", "a long passphrase");
            var download = page.waitForDownload(() -> page.locator("#export").click());
            file = read(download);
            assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain(what);
        }
        try (var other = Visitor.at(port, Visitor.PHONE)) {
            var page = ready(other);
            page.navigate(page.url().replaceAll("#.*", "") + "#mine");
            page.locator("#rescue summary").click();
            page.fill("#passphrase", "another passphrase");
            page.setInputFiles("#import", new FilePayload("x.qiangcun", "application/json", file));
            assertThat(page.locator("#notes")).containsText("口令不对");
            page.fill("#passphrase", "a long passphrase");
            page.setInputFiles("#import", new FilePayload("x.qiangcun", "application/json", file));
            assertThat(page.locator("#records li[data-state=SENT]")).containsText(what);
            assertThat(county.reports(what)).isEqualTo(1);
        }
    }

    private Page ready(Visitor visitor) {
        visitor.signsIn("village-" + VILLAGE, DemoCounty.PASSWORD).goesTo(PHONE);
        var page = visitor.page();
        page.waitForFunction("navigator.serviceWorker.ready.then(() => true)");
        page.waitForFunction("document.querySelectorAll('#kinds input').length >= 14");
        return page;
    }

    private static void fill(Page page, String what) {
        if (page.locator("#home").isVisible()) {
            page.locator("#home .first").click();
        }
        page.locator("#kinds label").nth(4).click();
        page.fill("#content", what);
    }

    private static byte[] read(Download download) {
        try (var in = download.createReadStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] photo() throws IOException {
        var photo = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2400, 1800, BufferedImage.TYPE_INT_RGB), "png", photo);
        return photo.toByteArray();
    }
}
