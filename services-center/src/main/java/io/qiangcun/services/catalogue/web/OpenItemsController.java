package io.qiangcun.services.catalogue.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.OpenCopies;
import io.qiangcun.core.web.QrPicture;
import io.qiangcun.services.catalogue.Catalogue;
import io.qiangcun.services.catalogue.Category;
import io.qiangcun.services.catalogue.Certificates;
import io.qiangcun.services.catalogue.ItemLookups;
import io.qiangcun.services.catalogue.ItemNotFound;
import io.qiangcun.services.catalogue.ServiceItem;
import io.qiangcun.services.catalogue.ServiceItemCode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What anybody looks up without an account: the search in one's own words, and the guide of an item. */
@Controller
class OpenItemsController {

    private static final int MOST_FOUND = 40;
    private static final int LONGEST = 60;

    private final Catalogue catalogue;
    private final Certificates certificates;
    private final ItemLookups lookups;
    private final OpenCopies copies;

    OpenItemsController(Catalogue catalogue, Certificates certificates, ItemLookups lookups, OpenCopies copies) {
        this.catalogue = catalogue;
        this.certificates = certificates;
        this.lookups = lookups;
        this.copies = copies;
    }

    /** A category with how many items it has. */
    record Shelf(Category category, int items) {}

    @GetMapping({"/services", "/services/items"})
    @Nullable
    String search(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "0") int category,
            @RequestParam(required = false) @Nullable PlaceCode at,
            Model model,
            WebRequest request,
            HttpServletResponse response) {
        var county = county(at);
        var typed = words.strip().substring(0, Math.min(words.strip().length(), LONGEST));
        if (typed.isEmpty() && isKnown(county, request, response)) {
            return null;
        }
        var published = county.map(catalogue::published).orElse(List.of());
        var counts = published.stream()
                .collect(Collectors.groupingBy(item -> item.category().number(), Collectors.counting()));
        model.addAttribute("words", typed);
        model.addAttribute("suffix", suffix(at));
        model.addAttribute("at", at);
        model.addAttribute(
                "shelves",
                county.map(catalogue::categories).orElse(List.of()).stream()
                        .map(one -> new Shelf(
                                one, counts.getOrDefault(one.number(), 0L).intValue()))
                        .filter(shelf -> shelf.items() > 0)
                        .toList());
        model.addAttribute("category", category);
        model.addAttribute("asked", !typed.isEmpty() || category > 0);
        model.addAttribute("found", found(county, published, typed, category));
        if (!typed.isEmpty()) {
            model.addAttribute(
                    "certificate",
                    county.flatMap(place -> certificates.asked(place, typed)).orElse(null));
        } else if (category == 0) {
            var offered = published.stream().collect(Collectors.toMap(ServiceItem::code, item -> item));
            model.addAttribute(
                    "most",
                    lookups.most().stream()
                            .filter(offered::containsKey)
                            .map(offered::get)
                            .toList());
        }
        return "services/catalogue/open";
    }

    private List<ServiceItem> found(
            Optional<PlaceCode> county, List<ServiceItem> published, String words, int category) {
        if (!words.isEmpty()) {
            return county.map(place -> catalogue.search(place, words)).orElse(List.of()).stream()
                    .limit(MOST_FOUND)
                    .toList();
        }
        return published.stream()
                .filter(item -> item.category().number() == category)
                .toList();
    }

    @GetMapping("/services/items/{code:[0-9]+-[PA]-[0-9]+}")
    @Nullable
    String guide(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable PlaceCode at,
            Model model,
            WebRequest request,
            HttpServletResponse response) {
        if (!ServiceItemCode.fits(code)) {
            throw new ItemNotFound(code);
        }
        var county = county(at);
        var item = county.flatMap(place -> catalogue.item(place, new ServiceItemCode(code)))
                .orElseThrow(() -> new ItemNotFound(code));
        lookups.count(item.code());
        if (isKnown(county, request, response)) {
            return null;
        }
        var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(item.code().guide())
                .queryParamIfPresent("at", Optional.ofNullable(at))
                .build()
                .toUriString();
        model.addAttribute("item", item);
        model.addAttribute("suffix", suffix(at));
        model.addAttribute("address", address);
        model.addAttribute("qr", QrPicture.of(address));
        return "services/catalogue/guide";
    }

    private Optional<PlaceCode> county(@Nullable PlaceCode at) {
        return at == null ? catalogue.home() : catalogue.named(at);
    }

    private static String suffix(@Nullable PlaceCode at) {
        return at == null ? "" : "?at=" + at;
    }

    private boolean isKnown(Optional<PlaceCode> county, WebRequest request, HttpServletResponse response) {
        return copies.isKnown(county.map(catalogue::tag).orElse(""), request, response);
    }
}
