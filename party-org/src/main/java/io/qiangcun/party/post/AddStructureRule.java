package io.qiangcun.party.post;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A county wants its villages' committees to look so.
 *
 * @param track whose posts are looked at; null for both committees together
 * @param share whether the amount is a share in per cent that has to be exceeded, or a number of persons to be reached
 * @param basis the document that asks for it
 */
public record AddStructureRule(
        StructureRuleId id,
        String title,
        @Nullable Track track,
        Feature feature,
        boolean share,
        int amount,
        String basis,
        LocalDate validFrom) {}
