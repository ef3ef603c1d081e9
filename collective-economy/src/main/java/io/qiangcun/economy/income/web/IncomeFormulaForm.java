package io.qiangcun.economy.income.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.income.IncomeFormula;
import io.qiangcun.economy.income.IncomeFormulas;
import io.qiangcun.economy.income.IncomeKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A county's own formula: one row an account, those of the formula that counts now to begin with. */
record IncomeFormulaForm(
        String id,

        @NotBlank(message = "{economy.income.missing.name}") @Size(max = 80)
        String name,

        @NotBlank(message = "{economy.income.missing.year}") String yearFrom,

        @NotBlank(message = "{economy.income.missing.source}") @Size(max = 300)
        String source,

        List<String> regimes,
        List<String> accounts,
        List<String> kinds) {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{3,16}");
    private static final int SPARE = 3;
    private static final String REGIME = "VILLAGE_2023";

    IncomeFormulaForm(
            @Nullable String id,
            @Nullable String name,
            @Nullable String yearFrom,
            @Nullable String source,
            @Nullable List<String> regimes,
            @Nullable List<String> accounts,
            @Nullable List<String> kinds) {
        this.id = Objects.requireNonNullElse(id, "");
        this.name = Objects.requireNonNullElse(name, "");
        this.yearFrom = Objects.requireNonNullElse(yearFrom, "");
        this.source = Objects.requireNonNullElse(source, "");
        this.regimes = Objects.requireNonNullElse(regimes, List.of());
        this.accounts = Objects.requireNonNullElse(accounts, List.of());
        this.kinds = Objects.requireNonNullElse(kinds, List.of());
    }

    static IncomeFormulaForm from(IncomeFormula present, int yearFrom) {
        var regimes = new ArrayList<String>();
        var accounts = new ArrayList<String>();
        var kinds = new ArrayList<String>();
        present.terms().forEach(term -> {
            regimes.add(term.regime());
            accounts.add(term.account());
            kinds.add(term.kind().name());
        });
        regimes.addAll(Collections.nCopies(SPARE, REGIME));
        accounts.addAll(Collections.nCopies(SPARE, ""));
        kinds.addAll(Collections.nCopies(SPARE, ""));
        return new IncomeFormulaForm(
                UUID.randomUUID().toString(), "", Integer.toString(yearFrom), "", regimes, accounts, kinds);
    }

    Optional<IncomeFormulas.Define> toCommand(BindingResult errors) {
        var year = Typed.count("yearFrom", yearFrom, errors);
        var terms = new ArrayList<IncomeFormula.Term>();
        for (var at = 0; at < Math.min(accounts.size(), Math.min(kinds.size(), regimes.size())); at++) {
            var account = accounts.get(at).strip();
            var kind = kinds.get(at);
            if (account.isEmpty() || kind.isEmpty()) {
                continue;
            }
            if (!ACCOUNT.matcher(account).matches()) {
                errors.rejectValue("accounts", "economy.income.refused.no-account", new Object[] {account}, null);
                continue;
            }
            terms.add(new IncomeFormula.Term(regimes.get(at), account, "", Typed.sent(IncomeKind::valueOf, kind)));
        }
        return errors.hasErrors() || year == null
                ? Optional.empty()
                : Optional.of(new IncomeFormulas.Define(
                        Typed.sent(UUID::fromString, id), name.strip(), year, Typed.text(source), terms));
    }
}
