package io.qiangcun.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import java.time.Clock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class FirstStartTests {

    @Autowired
    Accounts accounts;

    @Autowired
    PlaceTree places;

    @Autowired
    OneTimePasswords passwords;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager manager;

    @Test
    void opensOneAdministratorAtTheTopmostPlaceWithAPasswordThatMustBeChanged(
            @Autowired SignedInAccounts signedIn, @Autowired PasswordEncoder encoder) {
        PlaceFixtures.plantedIn(places);
        var issued = everywhere(
                () -> firstAdministrator("first-" + System.nanoTime()).open().orElseThrow());

        var administrator = everywhere(() -> signedIn.find(issued.login()).orElseThrow());
        assertThat(administrator.actor().role()).isEqualTo(RoleName.ADMINISTRATOR);
        assertThat(administrator.actor().post()).isEqualTo("系统管理员");
        assertThat(administrator.place())
                .isEqualTo(everywhere(places::root).orElseThrow().code());
        assertThat(administrator.mustChangePassword()).isTrue();
        assertThat(encoder.matches(issued.password(), administrator.getPassword()))
                .isTrue();
    }

    @Test
    void isOverOnceThereIsAnAccount() {
        PlaceFixtures.plantedIn(places);
        everywhere(() -> firstAdministrator("over-" + System.nanoTime()).open());

        assertThat(everywhere(() -> firstAdministrator("another").isNeeded())).isFalse();
    }

    private FirstAdministrator firstAdministrator(String login) {
        return new FirstAdministrator(
                accounts,
                places,
                passwords,
                new FirstStartProperties("150622", "Qing County", login),
                messages,
                database,
                clock);
    }

    private <T> T everywhere(Supplier<T> work) {
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            return new TransactionTemplate(manager).execute(status -> work.get());
        }
    }
}
