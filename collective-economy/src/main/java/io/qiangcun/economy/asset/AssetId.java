package io.qiangcun.economy.asset;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies the card of an asset. */
@Embeddable
public record AssetId(@Column(name = "asset_id") UUID value) implements Serializable {

    public static AssetId next() {
        return new AssetId(UUID.randomUUID());
    }

    public static AssetId valueOf(String text) {
        return new AssetId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/economy/assets/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
