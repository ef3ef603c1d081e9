package io.qiangcun.party.rating.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.party.rating.Criterion;
import io.qiangcun.party.rating.Scale.Counted;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Counted sheets: how many, and what they add up to for each item. */
record SheetForm(String sheets, Map<String, String> sums) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(\\.\\d)?");

    SheetForm {
        sheets = Objects.requireNonNullElse(sheets, "");
        sums = sums == null ? new HashMap<>() : new HashMap<>(sums);
    }

    static SheetForm of(Map<String, Counted> known, List<Criterion> items) {
        var sums = new HashMap<String, String>();
        var sheets = "";
        for (var item : items) {
            var counted = known.get(item.code());
            sums.put(
                    item.code(),
                    counted == null ? "" : counted.points().stripTrailingZeros().toPlainString());
            sheets = counted == null ? sheets : Integer.toString(counted.sheets());
        }
        return new SheetForm(sheets, sums);
    }

    void complete(List<Criterion> items) {
        items.forEach(item -> sums.putIfAbsent(item.code(), ""));
    }

    @Nullable
    Integer count(BindingResult errors) {
        var count = Typed.count("sheets", sheets, errors);
        if (count == null && !errors.hasFieldErrors("sheets")) {
            errors.rejectValue("sheets", "party.rating.missing");
        }
        return count;
    }

    /** What cannot be read as a number is said at its field. */
    Map<String, BigDecimal> sums(BindingResult errors) {
        var read = new HashMap<String, BigDecimal>();
        sums.forEach((item, typed) -> {
            var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
            if (NUMBER.matcher(text).matches()) {
                read.put(item, new BigDecimal(text));
            } else {
                errors.rejectValue("sums[" + item + "]", "party.rating.missing-points");
            }
        });
        return read;
    }
}
