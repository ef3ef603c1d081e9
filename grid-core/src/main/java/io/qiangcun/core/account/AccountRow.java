package io.qiangcun.core.account;

import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account in a list.
 *
 * @param unit the organisation it acts for
 * @param unitName what that is called, if it is known here
 */
public record AccountRow(
        AccountId id,
        String login,
        RoleName role,
        String post,
        PlaceCode place,
        String placeName,
        @Nullable UUID unit,
        String unitName,
        String holder,
        AccountState state) {

    AccountRow withUnitName(String name) {
        return new AccountRow(id, login, role, post, place, placeName, unit, name, holder, state);
    }
}
