package io.qiangcun.core.account;

import io.qiangcun.core.place.PlaceCode;

/** An account in a list. */
public record AccountRow(
        AccountId id,
        String login,
        RoleName role,
        String post,
        PlaceCode place,
        String placeName,
        String holder,
        AccountState state) {}
