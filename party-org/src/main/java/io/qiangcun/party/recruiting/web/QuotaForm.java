package io.qiangcun.party.recruiting.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.recruiting.QuotaRow;
import io.qiangcun.party.recruiting.QuotaService.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The quotas of a year as they were typed, by place.
 *
 * @param seen what was set when the form was rendered
 */
record QuotaForm(@Nullable Integer year, Map<String, String> amounts, Map<String, String> seen) {

    QuotaForm {
        amounts = withoutNulls(amounts);
        seen = withoutNulls(seen);
    }

    static QuotaForm of(int year, List<QuotaRow> rows) {
        var amounts = new HashMap<String, String>();
        rows.forEach(row -> amounts.put(
                row.placeCode(), row.amount() == null ? "" : row.amount().toString()));
        return new QuotaForm(year, amounts, amounts);
    }

    List<Wanted> toCommand(Errors errors) {
        var wanted = new ArrayList<Wanted>();
        amounts.forEach((place, typed) -> wanted.add(new Wanted(
                Typed.sent(PlaceCode::valueOf, place),
                Typed.count("amounts[" + place + "]", typed, errors),
                Typed.count("amounts[" + place + "]", Objects.requireNonNullElse(seen.get(place), ""), errors))));
        return wanted;
    }

    private static Map<String, String> withoutNulls(@Nullable Map<String, String> typed) {
        var kept = new HashMap<String, String>();
        if (typed != null) {
            typed.forEach((place, value) -> kept.put(place, value == null ? "" : value));
        }
        return kept;
    }
}
