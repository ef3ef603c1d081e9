package io.qiangcun.core.account;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.qiangcun.testkit.ApplicationTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class RowSecurityCheckTests {

    @Autowired
    RowSecurityCheck check;

    @Autowired
    Flyway flyway;

    @Test
    void refusesATableThatIsNotFenced() {
        var owner = JdbcClient.create(flyway.getConfiguration().getDataSource());
        owner.sql("create table unfenced (place_code varchar(18) collate \"C\" not null references place)")
                .update();
        owner.sql("grant select on unfenced to qiangcun_app").update();
        try {
            assertThatIllegalStateException()
                    .isThrownBy(check::afterSingletonsInstantiated)
                    .withMessageContaining("unfenced");
        } finally {
            owner.sql("drop table unfenced").update();
        }
    }
}
