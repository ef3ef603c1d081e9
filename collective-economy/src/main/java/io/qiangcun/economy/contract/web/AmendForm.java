package io.qiangcun.economy.contract.web;

import static io.qiangcun.economy.contract.web.ContractForm.given;

import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.contract.Amend;
import io.qiangcun.economy.contract.ContractQueries;
import io.qiangcun.economy.contract.web.ContractForm.Paying;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.validation.BindingResult;

/** What is agreed anew. */
record AmendForm(
        String version,
        String from,
        String until,
        @Size(max = 30) String yearly,
        String everyMonths,
        String pay,
        @Size(max = 10) String risePercent,
        @Size(max = 5) String riseYears,

        @NotBlank(message = "{economy.contract.refused.missing}") @Size(max = 200)
        String reason) {

    AmendForm {
        version = given(version);
        from = given(from);
        until = given(until);
        yearly = given(yearly);
        everyMonths = given(everyMonths);
        pay = given(pay);
        risePercent = given(risePercent);
        riseYears = given(riseYears);
        reason = given(reason);
    }

    static AmendForm of(ContractQueries.View contract, LocalDate from) {
        var form = ContractForm.of(contract);
        return new AmendForm(
                form.version(),
                from.toString(),
                from.isAfter(contract.untilOn()) ? "" : form.until(),
                form.yearly(),
                form.everyMonths(),
                form.pay(),
                form.risePercent(),
                form.riseYears(),
                "");
    }

    long stand() {
        return Typed.sent(Long::parseLong, version);
    }

    Optional<Amend> toCommand(BindingResult errors) {
        var terms =
                ContractForm.terms(from, until, errors, new Paying(yearly, everyMonths, pay, risePercent, riseYears));
        return terms == null || errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new Amend(
                        terms.from(),
                        terms.until(),
                        terms.yearly(),
                        terms.everyMonths(),
                        terms.pay(),
                        terms.risePercent(),
                        terms.riseYears(),
                        Typed.text(reason)));
    }
}
