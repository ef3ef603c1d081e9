package io.qiangcun.economy.membership.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.membership.MembershipQueries.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.validation.BindingResult;

/** Cooperatives as lines of sheets call them; where a village has only one it needs no name. */
record SheetCooperatives(Map<String, List<Named>> byPlace) {

    static SheetCooperatives of(List<Named> known) {
        return new SheetCooperatives(known.stream().collect(Collectors.groupingBy(Named::placeCode)));
    }

    Optional<CooperativeId> only(PlaceCode village, String name, BindingResult errors) {
        var fitting = byPlace.getOrDefault(village.value(), List.of()).stream()
                .filter(one -> name.isEmpty() || one.name().equals(name))
                .toList();
        if (fitting.size() != 1) {
            errors.rejectValue("cooperative", "economy.membership.refused.no-cooperative");
            return Optional.empty();
        }
        return Optional.of(new CooperativeId(fitting.get(0).cooperativeId()));
    }
}
