package io.qiangcun.economy.company;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies what villages own together. */
@Embeddable
public record CompanyId(@Column(name = "company_id") UUID value) implements Serializable {

    public static CompanyId next() {
        return new CompanyId(UUID.randomUUID());
    }

    public static CompanyId valueOf(String text) {
        return new CompanyId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/economy/companies/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
