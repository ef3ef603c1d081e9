package io.qiangcun.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleCipherTests {

    static final PersonId PERSON = PersonId.next();

    @TempDir
    Path directory;

    @Test
    void givesBackWhatItHidAndNeverHidesItTheSameWay() {
        var cipher = cipher("a");

        var hidden = cipher.encrypt(SecretField.PHONE, PERSON, "13800000000");

        assertThat(new String(hidden, StandardCharsets.ISO_8859_1)).doesNotContain("138");
        assertThat(cipher.decrypt(SecretField.PHONE, PERSON, hidden)).isEqualTo("13800000000");
        assertThat(cipher.encrypt(SecretField.PHONE, PERSON, "13800000000")).isNotEqualTo(hidden);
    }

    @Test
    void opensNothingForAnotherPersonFieldOrKey() {
        var hidden = cipher("a").encrypt(SecretField.PHONE, PERSON, "13800000000");

        assertThatIllegalStateException()
                .isThrownBy(() -> cipher("a").decrypt(SecretField.PHONE, PersonId.next(), hidden));
        assertThatIllegalStateException()
                .isThrownBy(() -> cipher("a").decrypt(SecretField.IDENTITY_NUMBER, PERSON, hidden));
        assertThatIllegalStateException().isThrownBy(() -> cipher("b").decrypt(SecretField.PHONE, PERSON, hidden));
    }

    @Test
    void findsEqualNumbersUnderTheSameKeyOnly() {
        var number = IdentityNumberTests.numbered(1, 1);

        assertThat(cipher("a").digest(number))
                .isEqualTo(cipher("a").digest(number))
                .isNotEqualTo(cipher("b").digest(number))
                .isNotEqualTo(cipher("a").digest(IdentityNumberTests.numbered(1, 2)));
    }

    @Test
    void makesItsKeyOnceBesideItsOwnDatabaseAndForNobodyElseToRead() throws Exception {
        var file = directory.resolve("data/people.key");
        var properties = new PeopleProperties(null, file);

        var first = new PeopleCipher(PeopleKey.of(properties, true));
        var second = new PeopleCipher(PeopleKey.of(properties, true));

        assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void demandsAKeyForADatabaseOfOthers() {
        var properties = new PeopleProperties(null, directory.resolve("people.key"));

        assertThatExceptionOfType(PeopleKeyUnusable.class).isThrownBy(() -> PeopleKey.of(properties, false));
        assertThat(directory.resolve("people.key")).doesNotExist();
        assertThatExceptionOfType(PeopleKeyUnusable.class)
                .isThrownBy(() -> PeopleKey.of(new PeopleProperties("short", Path.of("none")), true));
    }

    private PeopleCipher cipher(String letter) {
        var key = Base64.getEncoder().encodeToString(letter.repeat(32).getBytes(StandardCharsets.UTF_8));
        return new PeopleCipher(PeopleKey.of(new PeopleProperties(key, directory.resolve("none")), false));
    }
}
