package io.qiangcun.party.training.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.party.training.ClassKind;
import io.qiangcun.party.training.TrainingQueries;
import io.qiangcun.party.training.TrainingQueries.ClassRow;
import io.qiangcun.party.training.TrainingQueries.StudyFilter;
import io.qiangcun.party.training.TrainingQueries.StudyRow;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Training: the classes of a year, and how far everybody is with his hours. */
@Controller
@RequestMapping("/party/training")
class TrainingController {

    private static final int YEARS_BACK = 4;

    private final TrainingQueries queries;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    TrainingController(TrainingQueries queries, PlaceTree places, Messages messages, Clock clock) {
        this.queries = queries;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is asked of the lists. */
    record Asked(
            @Nullable Integer year,
            @Nullable ClassKind kind,
            @Nullable PlaceCode place,
            @Nullable String audience,
            @Nullable Boolean behind,
            @Nullable String text) {

        int yearOr(int thisYear) {
            return year == null || year < thisYear - YEARS_BACK || year > thisYear ? thisYear : year;
        }

        StudyFilter toFilter(int thisYear) {
            var known = "MEMBER".equals(audience) || "COMMITTEE".equals(audience);
            return new StudyFilter(
                    yearOr(thisYear),
                    place,
                    known ? audience : null,
                    Boolean.TRUE.equals(behind),
                    text == null || text.isBlank() ? null : text.strip());
        }
    }

    @GetMapping
    String classes(@ModelAttribute("filter") Asked asked, Pageable page, Jurisdiction jurisdiction, Model model) {
        var year = asked.yearOr(thisYear());
        model.addAttribute("classes", queries.classes(jurisdiction, asked.kind(), year, page));
        model.addAttribute("kinds", ClassKind.values());
        model.addAttribute("rotation", queries.rotation(jurisdiction, year));
        model.addAttribute("sums", queries.sums(jurisdiction, year));
        years(year, model);
        return "party/training/classes";
    }

    @GetMapping("/export")
    void exportClasses(@ModelAttribute("filter") Asked asked, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var rows = queries.classes(jurisdiction, asked.kind(), asked.yearOr(thisYear()), Pageable.unpaged());
        Spreadsheet.<ClassRow>named(messages.get("party.training.classes.title"), rows)
                .column(field("title"), ClassRow::title)
                .column(field("kind"), row -> messages.get(row.kind().messageKey()))
                .column(field("place"), ClassRow::placeName)
                .column(field("from"), ClassRow::heldFrom)
                .column(field("to"), ClassRow::heldTo)
                .column(field("hours"), ClassRow::hours)
                .column(field("people"), ClassRow::people)
                .writeTo(response);
    }

    @GetMapping("/study")
    String study(@ModelAttribute("filter") Asked asked, Pageable page, Jurisdiction jurisdiction, Model model) {
        var filter = asked.toFilter(thisYear());
        model.addAttribute("people", queries.study(jurisdiction, filter, page));
        model.addAttribute("sums", queries.sums(jurisdiction, filter.year()));
        model.addAttribute(
                "audiences",
                Stream.of("COMMITTEE", "MEMBER")
                        .map(code -> new Option(code, messages.get("party.training.audience." + code)))
                        .toList());
        model.addAttribute(
                "places",
                jurisdiction.level().digits() < PlaceKind.VILLAGE.digits()
                        ? places.children(jurisdiction, jurisdiction.root(), LocalDate.now(clock))
                        : List.of());
        years(filter.year(), model);
        return "party/training/study";
    }

    @GetMapping("/study/export")
    void exportStudy(@ModelAttribute("filter") Asked asked, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var rows = queries.study(jurisdiction, asked.toFilter(thisYear()), Pageable.unpaged());
        Spreadsheet.<StudyRow>named(messages.get("party.training.study.title"), rows)
                .column(messages.get("place.township"), StudyRow::townshipName)
                .column(field("place"), StudyRow::placeName)
                .column(field("name"), StudyRow::name)
                .column(field("audience"), row -> messages.get("party.training.audience." + row.audience()))
                .column(field("hours"), StudyRow::hours)
                .column(field("target"), StudyRow::target)
                .column(field("missing"), StudyRow::missing)
                .writeTo(response);
    }

    private void years(int year, Model model) {
        model.addAttribute("year", year);
        model.addAttribute(
                "years",
                IntStream.rangeClosed(0, YEARS_BACK)
                        .mapToObj(back -> Integer.toString(thisYear() - back))
                        .toList());
    }

    private int thisYear() {
        return LocalDate.now(clock).getYear();
    }

    private String field(String field) {
        return messages.get("party.training.field." + field);
    }

    static List<Option> kinds(Messages messages) {
        return Arrays.stream(ClassKind.values())
                .map(kind -> new Option(kind.name(), messages.get(kind.messageKey())))
                .toList();
    }
}
