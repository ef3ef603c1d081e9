package io.qiangcun.economy.company.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.company.CompanyId;
import io.qiangcun.economy.company.CompanyKind;
import io.qiangcun.economy.company.CompanyQueries;
import io.qiangcun.economy.company.Split;
import io.qiangcun.economy.company.WriteCompany;
import io.qiangcun.economy.cooperative.CreditCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What villages own together, as it is typed. */
record CompanyForm(
        String id,
        String version,
        String place,
        String kind,

        @NotBlank(message = "{economy.company.refused.missing}") @Size(max = 60)
        String name,

        @Size(max = 30) String creditCode,
        String foundedOn,
        @Size(max = 500) String purpose,
        String split) {

    CompanyForm {
        id = given(id);
        version = given(version);
        place = given(place);
        kind = given(kind);
        name = given(name);
        creditCode = given(creditCode);
        foundedOn = given(foundedOn);
        purpose = given(purpose);
        split = given(split);
    }

    static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static CompanyForm empty(PlaceCode place) {
        return new CompanyForm(
                CompanyId.next().toString(),
                "",
                place.toString(),
                CompanyKind.COMPANY.name(),
                "",
                "",
                "",
                "",
                Split.EQUAL.name());
    }

    static CompanyForm of(CompanyQueries.View one) {
        return new CompanyForm(
                one.companyId().toString(),
                Long.toString(one.version()),
                one.placeCode(),
                one.kind().name(),
                one.name(),
                one.creditCode(),
                one.foundedOn().toString(),
                one.purpose(),
                one.split().name());
    }

    /** Empty if something is wrong with what was typed. */
    Optional<WriteCompany> toCommand(Errors errors) {
        var founded = day("foundedOn", foundedOn, errors);
        var code = Normalizer.normalize(creditCode, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        if (!code.isEmpty() && !CreditCode.isCode(code)) {
            errors.rejectValue("creditCode", "economy.cooperative.refused.no-code");
        }
        if (errors.hasErrors() || founded == null) {
            return Optional.empty();
        }
        return Optional.of(new WriteCompany(
                Typed.sent(CompanyId::valueOf, id),
                Typed.sent(PlaceCode::valueOf, place),
                Typed.sent(CompanyKind::valueOf, kind),
                name.strip(),
                code.isEmpty() ? null : new CreditCode(code),
                founded,
                Typed.text(purpose),
                Typed.sent(Split::valueOf, split)));
    }

    static @Nullable LocalDate day(String field, String text, Errors errors) {
        var day = Typed.date(field, text, errors);
        if (day == null && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "economy.company.refused.missing");
        }
        return day;
    }
}
