package io.qiangcun.core.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JurisdictionTests {

    private static final PlaceCode COUNTY = new PlaceCode("150622");

    @Test
    void coversOnePlaceAndAllBelow() {
        var county = Jurisdiction.within(COUNTY);

        assertThat(county.covers(COUNTY.child("001"))).isTrue();
        assertThat(county.covers(new PlaceCode("150623"))).isFalse();
    }

    @Test
    void nowhereIsAnEmptyRange() {
        var nowhere = Jurisdiction.nowhere();

        assertThat(nowhere.covers(COUNTY)).isFalse();
        assertThat(nowhere.lo()).isGreaterThan(nowhere.hi()).isGreaterThan("99:");
    }
}
