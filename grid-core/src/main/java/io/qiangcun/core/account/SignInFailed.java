package io.qiangcun.core.account;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/**
 * Somebody has tried to sign in in vain.
 *
 * @param placeCode of the account, or the topmost place if there is no such account
 * @param login the account's, or only the beginning of what was typed
 */
public record SignInFailed(PlaceCode placeCode, String login, Reason reason) implements DomainEvent, PlaceBound {

    /** Why; the visitor is not told the difference between the first two. */
    public enum Reason {
        UNKNOWN_LOGIN,
        WRONG_PASSWORD,
        SUSPENDED,
        PASSWORD_EXPIRED
    }
}
