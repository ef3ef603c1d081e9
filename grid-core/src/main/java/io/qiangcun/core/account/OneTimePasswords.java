package io.qiangcun.core.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes one-time passwords that can be read out over the telephone: no letter or digit looks like another. */
@Component
class OneTimePasswords {

    private static final String LETTERS_AND_DIGITS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;

    private final PasswordEncoder encoder;
    private final SignInProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimePasswords(PasswordEncoder encoder, SignInProperties properties, Clock clock) {
        this.encoder = encoder;
        this.properties = properties;
        this.clock = clock;
    }

    OneTimePassword next() {
        var letters = random.ints(LENGTH, 0, LETTERS_AND_DIGITS.length())
                .mapToObj(LETTERS_AND_DIGITS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
        var plain = letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
        return new OneTimePassword(
                plain, encoder.encode(plain), clock.instant().plus(properties.oneTimePasswordLife()));
    }
}
