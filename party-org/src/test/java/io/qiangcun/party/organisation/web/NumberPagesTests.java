package io.qiangcun.party.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class NumberPagesTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester mvc;

    PlaceFixtures places;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
    }

    @Test
    void thePartysNumbersStandAmongTheOthersInTheWordsOfTheirTexts() {
        assertThat(mvc.get().uri("/core/numbers").with(SignedIn.at(places.east())))
                .hasStatusOk()
                .bodyText()
                .contains("入党最低年龄", "《中国共产党章程》第一条", "一名党员一年积分上限")
                .doesNotContain("core.number.of.");
    }

    @Test
    void neverLooserThanTheText() {
        assertThat(set(places.county(), "party.member.least-age", "17", "2026-12-01", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("依据规定为 18，不得调整（《中国共产党章程》第一条）");
        assertThat(set(places.county(), "party.term-extension-years", "2", "2026-12-01", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("不能高于 1");
        assertThat(set(places.county(), "party.branch-too-small", "2", "2026-12-01", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("不能低于 3");
        assertThat(set(places.county(), "party.branch-too-large", "40", "2026-12-01", "x"))
                .hasStatus(302);
        assertThatThrownBy(() -> insideOf(places.county(), () -> database.sql("""
                        insert into rule_parameter_version (code, within, valid_from, amount, basis, source)
                        values ('party.branch-too-large', :within, '2027-12-01', 60, 'LOCAL', 'x')
                        """)
                        .param("within", places.county().value())
                        .update()))
                .hasStackTraceContaining("looser than the text");
    }

    @Test
    void aYearsPointsEndAboveWhereTheyBegin() {
        assertThat(set(places.county(), "party.points-yearly-floor", "120", "2026-11-16", "Paper"))
                .hasStatus(422)
                .bodyText()
                .contains("年度积分下限应低于上限", "Paper");
        assertThat(set(places.county(), "party.points-yearly-floor", "0", "2026-11-16", "Paper"))
                .hasStatus(302);
    }

    private void insideOf(PlaceCode place, Runnable work) {
        try (var scope = Scope.as(Jurisdiction.within(place))) {
            transaction.executeWithoutResult(status -> work.run());
        }
    }

    private MvcTestResult set(PlaceCode place, String code, String amount, String from, String basis) {
        return set(place, code, amount, from, basis, UUID.randomUUID().toString());
    }

    private MvcTestResult set(PlaceCode place, String code, String amount, String from, String basis, String id) {
        return mvc.post()
                .uri("/core/numbers/" + code)
                .param("id", id)
                .param("amount", amount)
                .param("validFrom", from)
                .param("basis", basis)
                .with(SignedIn.at(place))
                .exchange();
    }
}
