package io.qiangcun.services.centre.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.services.centre.AskedOften;
import io.qiangcun.services.centre.CentreNotFound;
import io.qiangcun.services.centre.CentreView;
import io.qiangcun.services.centre.Centres;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What stands on the door of a centre, for anybody: where it is, when it is open, whom to ring, what it is there for. */
@Controller
@RequestMapping("/services/centre")
class OpenCentreController {

    private final Centres centres;
    private final CentrePages pages;
    private final AskedOften askedOften;

    OpenCentreController(Centres centres, CentrePages pages, AskedOften askedOften) {
        this.centres = centres;
        this.pages = pages;
        this.askedOften = askedOften;
    }

    /** Centres of a township, its own first. */
    record Group(String name, List<CentreView> centres) {}

    @GetMapping
    String list(Model model) {
        model.addAttribute(
                "groups",
                centres.inUse().stream()
                        .collect(groupingBy(
                                centre -> Objects.requireNonNullElse(centre.townshipName(), centre.placeName()),
                                LinkedHashMap::new,
                                toList()))
                        .entrySet()
                        .stream()
                        .map(group -> new Group(group.getKey(), group.getValue()))
                        .toList());
        return "services/centre/open";
    }

    /** The centre of the place, or the nearest above it that serves it. */
    @GetMapping("/{place:[0-9]+}")
    String page(@PathVariable PlaceCode place, Model model) {
        var centre = centres.serving(place).orElseThrow(() -> new CentreNotFound(place));
        model.addAttribute("centre", centre);
        model.addAttribute("hours", pages.hours(centre));
        model.addAttribute("asks", place);
        model.addAttribute("questions", askedOften.at(place));
        return "services/centre/door";
    }
}
