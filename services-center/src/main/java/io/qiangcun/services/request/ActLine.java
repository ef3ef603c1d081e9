package io.qiangcun.services.request;

import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of what happened to a request.
 *
 * @param holder who has it from then on; nobody once it is over
 * @param actingPlace where the post stands that did it; null for whoever asked
 */
record ActLine(
        RequestId request,
        PlaceCode place,
        int number,
        Instant at,
        RequestAct kind,
        @Nullable RequestState from,
        RequestState to,
        @Nullable PlaceCode holder,
        @Nullable UUID account,
        String post,
        String person,
        @Nullable PlaceCode actingPlace,
        String note) {}
