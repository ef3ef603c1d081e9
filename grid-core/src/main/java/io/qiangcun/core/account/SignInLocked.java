package io.qiangcun.core.account;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;

/** After too many failures nobody signs in with this login for a while. */
public record SignInLocked(PlaceCode placeCode, String login, Instant until) implements DomainEvent, PlaceBound {}
