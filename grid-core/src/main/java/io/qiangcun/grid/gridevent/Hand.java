package io.qiangcun.grid.gridevent;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did something, and when: the account, its post and the person behind it at that moment. */
@Embeddable
record Hand(Instant at, @Nullable UUID account, String post, String person) {

    static Hand of(Mover by, Instant at) {
        return new Hand(at, by.account(), by.actor().login(), by.actor().holder());
    }

    /** The same account, the same post, or the same person at another post. */
    boolean is(Mover by) {
        return post.equals(by.actor().login())
                || person.equals(by.actor().holder())
                || account != null && account.equals(by.account());
    }
}
