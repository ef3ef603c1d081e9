package io.qiangcun.core.web;

import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.module.FooterPage;
import io.qiangcun.core.module.Navigation;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.module.PublicPage;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** What the frame of every page shows, error pages included; never asks the database. */
@Component
@EnableConfigurationProperties(SiteProperties.class)
class Layout {

    private static final long BYTES_OF_A_MEGABYTE = 1024 * 1024;

    private final Navigation navigation;
    private final Site site;
    private final ObjectProvider<PublicPage> openPages;
    private final ObjectProvider<FooterPage> footerPages;

    Layout(
            Navigation navigation,
            SiteProperties site,
            ObjectProvider<PublicPage> openPages,
            ObjectProvider<FooterPage> footerPages,
            @Value("${qiangcun.demo.enabled:false}") boolean demo,
            @Value("${spring.servlet.multipart.max-file-size:1MB}") DataSize maxFileSize,
            @Value("${spring.servlet.multipart.max-request-size:10MB}") DataSize maxRequestSize) {
        this.navigation = navigation;
        this.openPages = openPages;
        this.footerPages = footerPages;
        this.site = new Site(
                site.organiser(),
                site.filingNumber(),
                demo,
                site.accept(),
                maxFileSize.toBytes(),
                maxRequestSize.toBytes());
    }

    Map<String, @Nullable Object> attributes(HttpServletRequest request) {
        var account = signedIn();
        var entries = account == null ? List.<NavigationEntry>of() : navigation.entriesFor(account.rights());
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put("me", account);
        attributes.put("navigation", account == null ? List.of() : navigation.groupsFor(account.rights()));
        attributes.put("here", here(entries.stream().map(NavigationEntry::path).toList(), pathOf(request)));
        attributes.put("site", site);
        var foot = footerPages.orderedStream().toList();
        attributes.put("footerPages", foot);
        attributes.put(
                "openPages",
                openPages
                        .orderedStream()
                        .filter(page -> page.below()
                                && foot.stream().noneMatch(other -> other.path().equals(page.path())))
                        .toList());
        attributes.put("textSize", DisplayController.textSize(request));
        attributes.put("back", back(request));
        return attributes;
    }

    private static @Nullable SignedInAccount signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInAccount account
                ? account
                : null;
    }

    /** The path of the entry that the page belongs to: the longest that its own path begins with. */
    static @Nullable String here(List<String> entries, String path) {
        return entries.stream()
                .filter(entry -> path.equals(entry) || !"/".equals(entry) && path.startsWith(entry + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    /** What was asked for, also where the page about its failure is drawn. */
    static String pathOf(HttpServletRequest request) {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
        return path.substring(request.getContextPath().length());
    }

    /** Where the reader came from, if from here; else this page itself, if it can be asked for again; else the start. */
    private static String back(HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        if (referer == null) {
            return "/";
        }
        try {
            var from = URI.create(referer);
            var sameSite = request.getServerName().equalsIgnoreCase(from.getHost());
            return sameSite ? DisplayController.local(from.getRawPath(), from.getRawQuery()) : "/";
        } catch (IllegalArgumentException notAnAddress) {
            return "/";
        }
    }

    /** What the templates know of the installation. */
    public record Site(
            @Nullable String organiser,
            @Nullable String filingNumber,
            boolean demo,
            String accept,
            long maxFileBytes,
            long maxRequestBytes) {

        public long maxFileMegabytes() {
            return maxFileBytes / BYTES_OF_A_MEGABYTE;
        }

        /** All files of a form together. */
        public long maxRequestMegabytes() {
            return maxRequestBytes / BYTES_OF_A_MEGABYTE;
        }
    }
}
