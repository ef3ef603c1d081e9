package io.qiangcun.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordSearchTests {

    private static final ServiceItem ALLOWANCE = item("02-A-001", "最低生活保障审核确认");
    private static final ServiceItem WEDDING = item("02-A-013", "内地居民婚姻登记");

    @Test
    void findsWhatAnAbbreviationStandsFor() {
        assertThat(WordSearch.find(List.of(WEDDING, ALLOWANCE), "低保")).containsExactly(ALLOWANCE);
    }

    @Test
    void findsASentenceByItsPairsOfLetters() {
        assertThat(WordSearch.find(List.of(WEDDING, ALLOWANCE), "我们要结婚，怎么婚姻登记")).containsExactly(WEDDING);
    }

    @Test
    void findsNothingByAccident() {
        assertThat(WordSearch.find(List.of(WEDDING, ALLOWANCE), "xyz")).isEmpty();
        assertThat(WordSearch.find(List.of(WEDDING, ALLOWANCE), " ")).isEmpty();
    }

    @Test
    void findsItemsByTheirCodes() {
        assertThat(WordSearch.find(List.of(WEDDING, ALLOWANCE), "02-a-013")).containsExactly(WEDDING);
    }

    private static ServiceItem item(String code, String name) {
        return new ServiceItem(
                ServiceItemId.next(),
                0,
                new ServiceItemCode(code),
                1,
                false,
                ItemState.PUBLISHED,
                new Category(2, "社会救助与民政"),
                name,
                PlaceKind.TOWNSHIP,
                PlaceKind.TOWNSHIP,
                new ItemLimit(30, 20, LimitKind.DEFAULT, "", null),
                ServiceItem.Guide.EMPTY,
                List.of(),
                null,
                "",
                "system");
    }
}
