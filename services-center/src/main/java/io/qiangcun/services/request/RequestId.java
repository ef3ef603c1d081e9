package io.qiangcun.services.request;

import jakarta.persistence.Column;
import java.util.UUID;

/** Identifies what a villager asked for. */
public record RequestId(@Column(name = "request_id") UUID value) {

    public static RequestId valueOf(String text) {
        return new RequestId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/services/requests/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
