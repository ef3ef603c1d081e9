package io.qiangcun.economy.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a contract. */
@Embeddable
public record ContractId(@Column(name = "contract_id") UUID value) implements Serializable {

    public static ContractId next() {
        return new ContractId(UUID.randomUUID());
    }

    public static ContractId valueOf(String text) {
        return new ContractId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/economy/contracts/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
