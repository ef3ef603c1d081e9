package io.qiangcun.web.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoCountyTests {

    private final DemoCounty county = DemoCounty.compose();

    @Test
    void hasThePlacesOfTheBanner() {
        var counts = county.places().stream().collect(groupingBy(DemoPlace::category, counting()));

        assertThat(counts)
                .containsEntry(PlaceCategory.COUNTY, 1L)
                .containsEntry(PlaceCategory.TOWNSHIP, 8L)
                .containsEntry(PlaceCategory.SUBDISTRICT, 1L)
                .containsEntry(PlaceCategory.ORGANS, 1L)
                .containsEntry(PlaceCategory.VILLAGE, 186L)
                .containsEntry(PlaceCategory.COMMUNITY, 10L);
    }

    @Test
    void hasFiveHundredAndNineteenOrganisationsEachWithItsAccount() {
        var organisations = county.organisations();

        assertThat(organisations).hasSize(519);
        assertThat(organisations)
                .extracting(organisation -> organisation.place() + organisation.name())
                .doesNotHaveDuplicates();
        assertThat(organisations)
                .extracting(DemoOrganisation::login)
                .doesNotHaveDuplicates()
                .contains("township-150524100", "village-150524100200");
        assertThat(organisations).extracting(DemoOrganisation::holder).doesNotHaveDuplicates();
    }

    @Test
    void givesEveryVillageItsBranch() {
        var homes = county.organisations().stream().map(DemoOrganisation::place).toList();

        assertThat(county.places())
                .filteredOn(place -> place.code().kind() != PlaceKind.COUNTY)
                .extracting(DemoPlace::code)
                .allMatch(homes::contains);
    }

    @Test
    void namesThoseAboveBeforeThoseBelow() {
        Set<PlaceCode> places = new HashSet<>();
        for (var place : county.places()) {
            assertThat(place.code().kind() == PlaceKind.COUNTY
                            || places.contains(place.code().parent().orElseThrow()))
                    .as(place.name())
                    .isTrue();
            places.add(place.code());
        }
        Set<String> logins = new HashSet<>();
        for (var organisation : county.organisations()) {
            assertThat(organisation.parent() == null || logins.contains(organisation.parent()))
                    .as(organisation.name())
                    .isTrue();
            logins.add(organisation.login());
        }
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(DemoCounty.compose().organisations()).isEqualTo(county.organisations());
    }
}
