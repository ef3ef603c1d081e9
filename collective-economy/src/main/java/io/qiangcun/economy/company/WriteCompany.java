package io.qiangcun.economy.company;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.cooperative.CreditCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of what villages own together.
 *
 * @param place the township or county that the villages lie in
 * @param creditCode null for a project, or while it is not registered
 */
public record WriteCompany(
        CompanyId id,
        PlaceCode place,
        CompanyKind kind,
        String name,
        @Nullable CreditCode creditCode,
        LocalDate foundedOn,
        String purpose,
        Split split) {}
