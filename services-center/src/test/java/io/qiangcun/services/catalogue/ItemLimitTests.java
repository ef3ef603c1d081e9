package io.qiangcun.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ItemLimitTests {

    @Test
    void neverPromisesMoreThanTheLawAllows() {
        assertThatThrownBy(() -> new ItemLimit(5, 6, LimitKind.COUNTY, "List", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new ItemLimit(5, 5, LimitKind.COUNTY, "List", null).isOnTheSpot())
                .isFalse();
        assertThat(new ItemLimit(5, 0, LimitKind.DEFAULT, "", null).isOnTheSpot())
                .isTrue();
    }

    @Test
    void restsOnATextUnlessItIsADefault() {
        assertThatThrownBy(() -> new ItemLimit(5, 1, LimitKind.LAW, "", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asksNobodyForWhatOfficesShare() {
        assertThatThrownBy(() -> new Material("Register", true, false, true, 1, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
