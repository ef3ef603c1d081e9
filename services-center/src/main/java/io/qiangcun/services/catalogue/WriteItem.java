package io.qiangcun.services.catalogue;

import io.qiangcun.core.place.PlaceKind;
import java.util.List;

/** What an item shall be. Its name is never empty; accepting and finishing levels are county, township or village. */
public record WriteItem(
        ServiceItemCode code,
        String name,
        PlaceKind acceptLevel,
        PlaceKind finishLevel,
        ItemLimit limit,
        ServiceItem.Guide guide,
        List<Material> materials) {

    public WriteItem {
        materials = List.copyOf(materials);
    }
}
