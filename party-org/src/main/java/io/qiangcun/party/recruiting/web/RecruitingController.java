package io.qiangcun.party.recruiting.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.party.recruiting.RecruitedRow;
import io.qiangcun.party.recruiting.RecruitingQueries;
import io.qiangcun.party.recruiting.RecruitingRow;
import io.qiangcun.party.recruiting.RecruitingStage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Recruiting on one page: the funnel, the quota, the mix, and the villages without a young member. */
@Controller
@RequestMapping("/party/recruiting")
class RecruitingController {

    private final RecruitingQueries recruiting;
    private final Messages messages;
    private final Clock clock;

    RecruitingController(RecruitingQueries recruiting, Messages messages, Clock clock) {
        this.recruiting = recruiting;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String overview(@RequestParam(required = false) @Nullable Integer year, Jurisdiction jurisdiction, Model model) {
        var shown = given(year);
        model.addAttribute("year", shown);
        model.addAttribute("stages", RecruitingStage.values());
        model.addAttribute("funnel", recruiting.funnel(jurisdiction, shown));
        model.addAttribute("years", recruiting.years(jurisdiction));
        model.addAttribute("quotas", recruiting.quotas(jurisdiction, shown));
        model.addAttribute("gaps", recruiting.withoutYoung(jurisdiction));
        model.addAttribute("above", jurisdiction.level().compareTo(PlaceKind.VILLAGE) < 0);
        return "party/recruiting/overview";
    }

    @GetMapping("/cases")
    String cases(
            @RequestParam(required = false) @Nullable RecruitingStage stage,
            @RequestParam(required = false) @Nullable Integer year,
            Pageable page,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("stage", stage);
        model.addAttribute("year", given(year));
        model.addAttribute("stages", Arrays.asList(RecruitingStage.values()));
        model.addAttribute("rows", recruiting.list(jurisdiction, stage, given(year), page));
        return "party/recruiting/cases";
    }

    @GetMapping("/cases/export")
    void export(
            @RequestParam(required = false) @Nullable RecruitingStage stage,
            @RequestParam(required = false) @Nullable Integer year,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        Spreadsheet.<RecruitingRow>named(
                        messages.get("party.recruiting.cases.title"),
                        recruiting.list(jurisdiction, stage, given(year), Pageable.unpaged()))
                .column(messages.get("party.recruiting.field.name"), RecruitingRow::subjectName)
                .column(messages.get("place.township"), RecruitingRow::townshipName)
                .column(messages.get("place.village"), RecruitingRow::placeName)
                .column(
                        messages.get("party.recruiting.field.stage"),
                        row -> messages.get(row.stage().messageKey()))
                .column(messages.get("party.recruiting.field.startedOn"), RecruitingRow::startedOn)
                .column(messages.get("party.recruiting.field.next"), RecruitingRow::next)
                .writeTo(response);
    }

    @GetMapping("/recruited")
    String recruited(
            @RequestParam(required = false) @Nullable Integer year,
            Pageable page,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("year", given(year));
        model.addAttribute("rows", recruiting.recruited(jurisdiction, given(year), page));
        return "party/recruiting/recruited";
    }

    @GetMapping("/recruited/export")
    void exportRecruited(
            @RequestParam(required = false) @Nullable Integer year,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        Spreadsheet.<RecruitedRow>named(
                        messages.get("party.recruiting.recruited.title"),
                        recruiting.recruited(jurisdiction, given(year), Pageable.unpaged()))
                .column(messages.get("party.recruiting.field.name"), RecruitedRow::name)
                .column(messages.get("place.township"), RecruitedRow::townshipName)
                .column(messages.get("place.village"), RecruitedRow::placeName)
                .column(messages.get("party.recruiting.field.joinedOn"), RecruitedRow::joinedOn)
                .column(messages.get("party.recruiting.field.age"), RecruitedRow::age)
                .writeTo(response);
    }

    private int given(@Nullable Integer year) {
        return year == null ? LocalDate.now(clock).getYear() : year;
    }
}
