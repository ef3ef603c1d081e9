package io.qiangcun.grid.phone.web;

import io.qiangcun.core.web.Messages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** What a browser asks for by itself, signed in or not: how the application is installed, and its service worker. */
@RestController
class InstallController {

    private final PhoneShell shell;
    private final PhoneProperties properties;
    private final ResourceUrlProvider addresses;
    private final Messages messages;

    InstallController(PhoneShell shell, PhoneProperties properties, ResourceUrlProvider addresses, Messages messages) {
        this.shell = shell;
        this.properties = properties;
        this.addresses = addresses;
        this.messages = messages;
    }

    @GetMapping(value = "/sw.js", produces = "text/javascript;charset=UTF-8")
    String worker(HttpServletRequest request) {
        return properties.offline() ? shell.worker(request.getContextPath()) : PhoneShell.farewell();
    }

    @GetMapping(value = "/app.webmanifest", produces = "application/manifest+json")
    ResponseEntity<Map<String, Object>> manifest(HttpServletRequest request) {
        var start = request.getContextPath() + "/grid/phone";
        return ResponseEntity.ok(Map.of(
                "id",
                start,
                "name",
                messages.get("grid.phone.app-name"),
                "short_name",
                messages.get("core.brand"),
                "lang",
                "zh-CN",
                "start_url",
                start,
                "scope",
                request.getContextPath() + "/",
                "display",
                "standalone",
                "background_color",
                "#ffffff",
                "theme_color",
                "#a61c1c",
                "icons",
                List.of(
                        icon(request, "icon-192.png", "192x192", "image/png"),
                        icon(request, "icon-512.png", "512x512", "image/png"),
                        icon(request, "icon.svg", "any", "image/svg+xml"))));
    }

    private Map<String, String> icon(HttpServletRequest request, String name, String sizes, String type) {
        var address = addresses.getForLookupPath(PhoneShell.ADDRESS + name);
        return Map.of(
                "src",
                request.getContextPath() + (address == null ? PhoneShell.ADDRESS + name : address),
                "sizes",
                sizes,
                "type",
                type);
    }
}
