package io.qiangcun.core.account;

import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Argon2id with the parameters OWASP recommends; the prefix in the stored value leaves room for a successor. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SignInProperties.class, FirstStartProperties.class})
class PasswordConfiguration {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    @Bean
    PasswordEncoder passwordEncoder(SignInProperties properties) {
        var argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
        return new RationedPasswordEncoder(
                new DelegatingPasswordEncoder("argon2", Map.of("argon2", argon2)),
                properties.hashers(),
                properties.hasherWait());
    }
}
