package io.qiangcun.services.centre.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Submission;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.centre.CentreQueries;
import io.qiangcun.services.centre.CentreService;
import io.qiangcun.services.centre.CentreService.WordFunction;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the centres of a county are for, in its own words. */
@Controller
@RequestMapping("/services/centres/functions")
@PreAuthorize("hasAuthority('" + ServicesAuthorities.OVERSEE_CENTRES + "')")
class FunctionsController {

    private static final int SPARE = 2;
    private static final int STEP = 10;
    private static final int LONGEST_TITLE = 20;
    private static final int LONGEST_EXPLANATION = 200;

    private final CentreQueries queries;
    private final CentreService centres;

    FunctionsController(CentreQueries queries, CentreService centres) {
        this.queries = queries;
        this.centres = centres;
    }

    /**
     * Functions line by line, as they are typed.
     *
     * @param codes empty in a line for a new one
     * @param retired the numbers of lines that are used no more
     */
    record FunctionsForm(List<String> codes, List<String> titles, List<String> explanations, List<String> retired) {

        FunctionsForm {
            codes = given(codes);
            titles = given(titles);
            explanations = given(explanations);
            retired = given(retired);
        }

        private static List<String> given(@Nullable List<String> typed) {
            return typed == null
                    ? List.of()
                    : typed.stream().map(CentreForm::given).toList();
        }

        public List<Integer> lines() {
            return Stream.iterate(0, at -> at + 1).limit(codes.size()).toList();
        }

        public String title(int at) {
            return at < titles.size() ? titles.get(at).strip() : "";
        }

        public String explanation(int at) {
            return at < explanations.size() ? explanations.get(at).strip() : "";
        }

        public boolean isRetired(int at) {
            return retired.contains(Integer.toString(at));
        }
    }

    @GetMapping
    String open(Jurisdiction jurisdiction, Model model) {
        var known = queries.functions(jurisdiction);
        var codes = new ArrayList<String>();
        var titles = new ArrayList<String>();
        var explanations = new ArrayList<String>();
        var retired = new ArrayList<String>();
        for (var function : known) {
            if (function.retired()) {
                retired.add(Integer.toString(codes.size()));
            }
            codes.add(function.functionCode());
            titles.add(function.title());
            explanations.add(function.explanation());
        }
        for (var at = 0; at < SPARE; at++) {
            codes.add("");
            titles.add("");
            explanations.add("");
        }
        model.addAttribute("form", new FunctionsForm(codes, titles, explanations, retired));
        return "services/centre/functions";
    }

    @PostMapping
    String word(
            @ModelAttribute("form") FunctionsForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var taken = new HashSet<String>();
        queries.functions(jurisdiction).forEach(known -> taken.add(known.functionCode()));
        var commands = new ArrayList<WordFunction>();
        for (var at : form.lines()) {
            var code = form.codes().get(at);
            if (code.isEmpty() && form.title(at).isEmpty()) {
                continue;
            }
            if (!code.isEmpty() && !taken.contains(code) || form.title(at).isEmpty()) {
                errors.rejectValue("titles", "services.centre.refused.missing");
            }
            if (form.title(at).length() > LONGEST_TITLE || form.explanation(at).length() > LONGEST_EXPLANATION) {
                errors.rejectValue(
                        "titles",
                        "services.centre.refused.too-long",
                        new Object[] {LONGEST_TITLE, LONGEST_EXPLANATION},
                        null);
            }
            commands.add(new WordFunction(
                    code.isEmpty() ? fresh(taken) : code,
                    (at + 1) * STEP,
                    form.title(at),
                    form.explanation(at),
                    form.isRetired(at)));
        }
        if (!Submission.succeeds(errors, () -> centres.word(jurisdiction, actor, commands))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "services/centre/functions";
        }
        flash.addFlashAttribute("done", "services.centre.done.worded");
        return "redirect:/services/centres/functions";
    }

    /** A code that no function of the county has yet. */
    private static String fresh(Set<String> taken) {
        var number = 1;
        while (!taken.add("own-" + number)) {
            number++;
        }
        return "own-" + number;
    }
}
