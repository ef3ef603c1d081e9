package io.qiangcun.services.answer.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.OpenCopies;
import io.qiangcun.services.answer.StandardAnswers;
import io.qiangcun.services.catalogue.Catalogue;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/** What is answered to questions that many have, for anybody. */
@Controller
class OpenAnswersController {

    private static final int LONGEST = 60;

    private final StandardAnswers answers;
    private final Catalogue catalogue;
    private final OpenCopies copies;

    OpenAnswersController(StandardAnswers answers, Catalogue catalogue, OpenCopies copies) {
        this.answers = answers;
        this.catalogue = catalogue;
        this.copies = copies;
    }

    @GetMapping("/services/answers")
    @Nullable
    String answers(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable PlaceCode at,
            Model model,
            WebRequest request,
            HttpServletResponse response) {
        var county = at == null ? catalogue.home() : catalogue.named(at);
        var typed = words.strip().substring(0, Math.min(words.strip().length(), LONGEST));
        if (typed.isEmpty() && copies.isKnown(county.map(answers::tag).orElse(""), request, response)) {
            return null;
        }
        model.addAttribute("words", typed);
        model.addAttribute("at", at);
        model.addAttribute(
                "answers",
                county.map(place -> typed.isEmpty() ? answers.all(place) : answers.search(place, typed))
                        .orElse(List.of()));
        return "services/answer/open";
    }
}
