package io.qiangcun.economy.cooperative.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.cooperative.CooperativeMode;
import io.qiangcun.economy.cooperative.CooperativeQueries;
import io.qiangcun.economy.cooperative.CreditCode;
import io.qiangcun.economy.cooperative.Industry;
import io.qiangcun.economy.cooperative.Sections;
import io.qiangcun.economy.cooperative.WriteCooperative;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A cooperative as it is typed. */
record CooperativeForm(
        String id,
        String version,
        String place,

        @NotBlank(message = "{economy.cooperative.refused.missing}") @Size(max = 60)
        String name,

        String branch,
        @Size(max = 60) String branchName,
        String industry,
        String foundedOn,
        @Size(max = 30) String creditCode,
        String mode,
        String book,
        @Size(max = 1000) String development,
        @Size(max = 1000) String operation,
        @Size(max = 1000) String equity,
        @Size(max = 1000) String joining) {

    CooperativeForm {
        id = given(id);
        version = given(version);
        place = given(place);
        name = given(name);
        branch = given(branch);
        branchName = given(branchName);
        industry = given(industry);
        foundedOn = given(foundedOn);
        creditCode = given(creditCode);
        mode = given(mode);
        book = given(book);
        development = given(development);
        operation = given(operation);
        equity = given(equity);
        joining = given(joining);
    }

    static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static CooperativeForm empty(PlaceCode place, String branch) {
        return new CooperativeForm(
                CooperativeId.next().toString(),
                "",
                place.toString(),
                "",
                branch,
                "",
                Industry.PLANTING.name(),
                "",
                "",
                CooperativeMode.HOUSEHOLDS.name(),
                "",
                "",
                "",
                "",
                "");
    }

    static CooperativeForm of(CooperativeQueries.View one) {
        return new CooperativeForm(
                one.cooperativeId().toString(),
                Long.toString(one.version()),
                one.placeCode(),
                one.name(),
                one.branchId() == null ? "" : one.branchId().toString(),
                one.branchId() == null ? one.branchName() : "",
                one.industry().name(),
                one.foundedOn().toString(),
                one.creditCode(),
                one.mode().name(),
                one.bookId() == null ? "" : one.bookId().toString(),
                one.development(),
                one.operation(),
                one.equity(),
                one.joining());
    }

    PlaceCode placeCode() {
        return Typed.sent(PlaceCode::valueOf, place);
    }

    /** @param branches known here, by id; empty if something is wrong with what was typed */
    Optional<WriteCooperative> toCommand(Map<UUID, String> branches, Errors errors) {
        var founded = day("foundedOn", foundedOn, errors);
        var code = code("creditCode", creditCode, errors);
        var led = branch.isEmpty() ? null : Typed.sent(UUID::fromString, branch);
        if (led != null && !branches.containsKey(led)) {
            errors.rejectValue("branch", "economy.cooperative.refused.no-branch");
        }
        if (led == null && branchName.isBlank()) {
            errors.rejectValue("branch", "economy.cooperative.refused.branch-missing");
        }
        if (errors.hasErrors() || founded == null) {
            return Optional.empty();
        }
        return Optional.of(new WriteCooperative(
                Typed.sent(CooperativeId::valueOf, id),
                placeCode(),
                name.strip(),
                led,
                led == null ? branchName.strip() : branches.getOrDefault(led, ""),
                Typed.sent(Industry::valueOf, industry),
                founded,
                code,
                Typed.sent(CooperativeMode::valueOf, mode),
                book.isEmpty() ? null : Typed.sent(BookId::valueOf, book),
                new Sections(Typed.text(development), Typed.text(operation), Typed.text(equity), Typed.text(joining))));
    }

    static @Nullable LocalDate day(String field, String text, Errors errors) {
        var day = Typed.date(field, text, errors);
        if (day == null && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "economy.cooperative.refused.missing");
        }
        return day;
    }

    /** Null for none; a mistyped one is said at its field. */
    static @Nullable CreditCode code(String field, String text, Errors errors) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        if (plain.isEmpty()) {
            return null;
        }
        if (!CreditCode.isCode(plain)) {
            errors.rejectValue(field, "economy.cooperative.refused.no-code");
            return null;
        }
        return new CreditCode(plain);
    }
}
