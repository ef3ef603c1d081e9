package io.qiangcun.core.account;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The account is for something else from now on. */
public record AccountAmended(
        AccountId account,
        PlaceCode placeCode,
        String login,
        String post,
        @Nullable UUID unit) implements DomainEvent, PlaceBound {}
