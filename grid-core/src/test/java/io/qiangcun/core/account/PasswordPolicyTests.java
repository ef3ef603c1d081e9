package io.qiangcun.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTests {

    private static final List<String> ABOUT = List.of("village-150524001201", "哈日稿嘎查党支部书记", "其木格", "库伦镇");

    private final PasswordPolicy policy = PasswordPolicy.withCommonWords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sheep-eat-37-hills",
                "kL7#mwQ2pz",
                "草原上有37只羊and马",
                "3只羊Went up四座山",
                "correct Horse 9 battery",
                "🐑🐑🐎Hill77camp"
            })
    void takesWhatIsHardToGuess(String password) {
        assertThatCode(() -> policy.check(password, ABOUT)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "kL7#mwQ2p, too-short",
        "'', too-short",
        "kL7#mwQ2pzkL7#mwQ2pzkL7#mwQ2pzkL7#mwQ2pzkL7#mwQ2pzkL7#mwQ2pzkL7#m, too-long",
        "sheepeathills, too-plain",
        "1234567890, too-plain",
        "Password123!, too-common",
        "P@ssw0rd2026, too-common",
        "Admin@123456, too-common",
        "Qwer1234!@#$, too-common",
        "1qaz2wsx#EDC, too-common",
        "Dangjian@2026, too-common",
        "Qiangcun#2026, too-common",
        "Woaini1314520!, too-common",
        "Aaaaaaaa1111!, too-common",
        "党支部Zhibu2026!, too-common",
        "Village-150524001201!A, about-you",
        "其木格xY7#mwQ2p, about-you",
        "库伦镇Xy#77mwq, about-you"
    })
    void refusesWhatAGuesserTriesFirst(String password, String reason) {
        assertThatExceptionOfType(PasswordRefused.class)
                .isThrownBy(() -> policy.check(password, ABOUT))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo("core.account.password." + reason));
    }
}
