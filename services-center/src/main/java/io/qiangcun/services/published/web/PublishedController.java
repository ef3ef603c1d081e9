package io.qiangcun.services.published.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.qiangcun.core.attachment.AttachmentId;
import io.qiangcun.core.attachment.AttachmentNotFound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.register.OpenRows;
import io.qiangcun.core.web.FileAnswer;
import io.qiangcun.core.web.OpenCopies;
import io.qiangcun.services.catalogue.Catalogue;
import io.qiangcun.services.published.LivelihoodProject;
import io.qiangcun.services.published.Published;
import io.qiangcun.services.published.Venue;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/** What a county does for its people, and where one can go, for anybody. */
@Controller
class PublishedController {

    private final Published published;
    private final OpenRows rows;
    private final Catalogue catalogue;
    private final OpenCopies copies;

    PublishedController(Published published, OpenRows rows, Catalogue catalogue, OpenCopies copies) {
        this.published = published;
        this.rows = rows;
        this.catalogue = catalogue;
        this.copies = copies;
    }

    /** The projects of one year. */
    record Year(int year, List<LivelihoodProject> projects) {

        public long done() {
            return projects.stream().filter(LivelihoodProject::isDone).count();
        }
    }

    @GetMapping("/services/projects")
    @Nullable
    String projects(
            @RequestParam(required = false) @Nullable PlaceCode at,
            Model model,
            WebRequest request,
            HttpServletResponse response) {
        var county = county(at);
        if (copies.isKnown(county.map(rows::tag).orElse(""), request, response)) {
            return null;
        }
        var years = county.map(published::projects).orElse(List.of()).stream()
                .collect(groupingBy(LivelihoodProject::year, LinkedHashMap::new, toList()));
        model.addAttribute("suffix", at == null ? "" : "?at=" + at);
        model.addAttribute(
                "years",
                years.entrySet().stream()
                        .map(entry -> new Year(entry.getKey(), entry.getValue()))
                        .toList());
        return "services/published/projects";
    }

    @GetMapping("/services/venues")
    @Nullable
    String venues(
            @RequestParam(required = false) @Nullable PlaceCode at,
            Model model,
            WebRequest request,
            HttpServletResponse response) {
        var county = county(at);
        if (copies.isKnown(county.map(rows::tag).orElse(""), request, response)) {
            return null;
        }
        model.addAttribute("suffix", at == null ? "" : "?at=" + at);
        model.addAttribute("venues", county.map(published::venues).orElse(List.of()));
        model.addAttribute(
                "facilities",
                county.map(published::facilities).orElse(List.of()).stream()
                        .collect(groupingBy(Venue::kind, LinkedHashMap::new, toList()))
                        .entrySet());
        return "services/published/venues";
    }

    @GetMapping({"/services/projects/photos/{photo}", "/services/venues/photos/{photo}"})
    ResponseEntity<Resource> photo(
            @PathVariable AttachmentId photo,
            @RequestParam(required = false) @Nullable PlaceCode at,
            @RequestParam(defaultValue = "false") boolean small) {
        return county(at)
                .flatMap(county -> rows.photo(county, photo, small))
                .map(file -> FileAnswer.toAnybody(file, small))
                .orElseThrow(() -> new AttachmentNotFound(photo));
    }

    private Optional<PlaceCode> county(@Nullable PlaceCode at) {
        return at == null ? catalogue.home() : catalogue.named(at);
    }
}
