package io.qiangcun.grid.incident;

import java.time.Instant;
import java.util.UUID;

/** A bulletin's head: how many places, messages and calls it rests on. */
public record BulletinRow(
        UUID bulletinId,
        UUID concernId,
        String placeName,
        String title,
        String kindName,
        int number,
        Instant compiledAt,
        String compiledBy,
        int messages,
        int places,
        int reporting,
        int called,
        int unreached) {}
