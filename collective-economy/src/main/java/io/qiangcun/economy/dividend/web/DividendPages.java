package io.qiangcun.economy.dividend.web;

import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.economy.cooperative.CooperativeQueries.View;
import io.qiangcun.economy.dividend.DividendQueries;
import io.qiangcun.economy.dividend.Guarantee;
import io.qiangcun.economy.dividend.RemainderBy;
import io.qiangcun.economy.dividend.Surpluses;
import io.qiangcun.economy.membership.MembershipQueries;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form of a new distribution and that of a draft have in common. */
@Component
class DividendPages {

    private static final int DECEMBER = 12;
    private static final int LAST = 31;

    private final MembershipQueries members;
    private final DividendQueries queries;
    private final Surpluses surpluses;
    private final RuleParameters parameters;
    private final Messages messages;
    private final Clock clock;

    DividendPages(
            MembershipQueries members,
            DividendQueries queries,
            Surpluses surpluses,
            RuleParameters parameters,
            Messages messages,
            Clock clock) {
        this.members = members;
        this.queries = queries;
        this.clock = clock;
        this.surpluses = surpluses;
        this.parameters = parameters;
        this.messages = messages;
    }

    String refused(
            Jurisdiction jurisdiction, View cooperative, DividendForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(jurisdiction, cooperative, form, model);
    }

    String form(Jurisdiction jurisdiction, View cooperative, DividendForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("cooperative", cooperative);
        model.addAttribute("remainders", words("by", RemainderBy.values()));
        model.addAttribute("guarantees", words("guarantee", Guarantee.values()));
        if (form.year().matches("\\d{4}")) {
            var year = within(cooperative, Integer.parseInt(form.year()));
            var weights = members.weights(jurisdiction, cooperative.id(), year);
            model.addAttribute("year", year);
            model.addAttribute("members", weights.size());
            model.addAttribute(
                    "traded",
                    weights.stream().map(MembershipQueries.Weight::traded).reduce(BigDecimal.ZERO, BigDecimal::add));
            model.addAttribute("ofBook", surpluses.ofBook(jurisdiction, cooperative.bookId(), year));
            model.addAttribute("least", least(year));
        }
        return "economy/dividend/form";
    }

    /** What is proposed: the rule of the last list, as little return as the law allows, and none where nobody traded. */
    DividendForm proposed(Jurisdiction jurisdiction, View cooperative, int year) {
        var traded = members.weights(jurisdiction, cooperative.id(), year).stream()
                .anyMatch(weight -> weight.traded().signum() > 0);
        var least = least(year);
        var last = queries.last(jurisdiction, cooperative.id());
        if (last.isEmpty()) {
            return DividendForm.empty(year, traded ? least : BigDecimal.ZERO);
        }
        var before = last.get();
        return DividendForm.like(before, year, traded ? before.returnPercent().max(least) : BigDecimal.ZERO);
    }

    /** A year that can be one of the cooperative's; this one for any other. */
    int within(View cooperative, @Nullable Integer year) {
        var now = LocalDate.now(clock).getYear();
        return year == null || year > now || year < cooperative.foundedOn().getYear() ? now : year;
    }

    private BigDecimal least(int year) {
        return parameters
                .parameter("economy.cooperative.return-percent", LocalDate.of(year, DECEMBER, LAST))
                .amount();
    }

    private List<Option> words(String prefix, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), word(prefix, value)))
                .toList();
    }

    String word(String prefix, Enum<?> value) {
        return messages.get("economy.dividend." + prefix + "." + value);
    }

    String field(String field) {
        return messages.get("economy.dividend.field." + field);
    }
}
