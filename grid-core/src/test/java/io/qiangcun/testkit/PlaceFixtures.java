package io.qiangcun.testkit;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/** A small tree that no other test knows: a county, a township, and in it an east and a west village. */
public record PlaceFixtures(PlaceCode county, PlaceCode township, PlaceCode east, PlaceCode west) {

    /** All counties of tests lie here. */
    static final PlaceCode PROVINCE = new PlaceCode("99");

    private static final AtomicInteger COUNTIES = new AtomicInteger();

    public static PlaceFixtures plantedIn(PlaceTree tree) {
        var county = new PlaceCode(PROVINCE + "%04d".formatted(COUNTIES.incrementAndGet()));
        var places = new PlaceFixtures(
                county,
                county.child("001"),
                county.child("001").child("201"),
                county.child("001").child("202"));
        places.plant(tree);
        return places;
    }

    private void plant(PlaceTree tree) {
        var all = Jurisdiction.within(county);
        try (var scope = Scope.as(all)) {
            tree.plant(county, PlaceCategory.COUNTY, "Qing County", LocalDate.EPOCH);
            tree.grow(all, township, PlaceCategory.TOWNSHIP, "Stone Bridge", LocalDate.EPOCH);
            tree.grow(all, east, PlaceCategory.VILLAGE, "East Village", LocalDate.EPOCH);
            tree.grow(all, west, PlaceCategory.VILLAGE, "West Village", LocalDate.EPOCH);
        }
    }
}
