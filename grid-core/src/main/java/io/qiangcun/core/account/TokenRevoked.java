package io.qiangcun.core.account;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A token opens nothing any more. */
public record TokenRevoked(TokenId token, PlaceCode placeCode, String login) implements DomainEvent, PlaceBound {}
