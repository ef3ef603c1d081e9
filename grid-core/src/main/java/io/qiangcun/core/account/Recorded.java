package io.qiangcun.core.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * When something was entered, by which post and by which person.
 *
 * @param post the login name of the post
 * @param person who held it at that moment
 */
@Embeddable
public record Recorded(
        @Column(name = "recorded_at") Instant at,
        @Column(name = "recorded_by") String post,
        @Column(name = "recorded_by_person") String person) {

    public static Recorded by(Actor actor, Instant at) {
        return new Recorded(at, actor.login(), actor.holder());
    }
}
