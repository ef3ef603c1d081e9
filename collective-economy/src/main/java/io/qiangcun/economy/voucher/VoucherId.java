package io.qiangcun.economy.voucher;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a voucher from its first draft on; its number comes with posting. */
@Embeddable
public record VoucherId(@Column(name = "voucher_id") UUID value) implements Serializable {

    public static VoucherId next() {
        return new VoucherId(UUID.randomUUID());
    }

    public static VoucherId valueOf(String text) {
        return new VoucherId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/economy/vouchers/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
