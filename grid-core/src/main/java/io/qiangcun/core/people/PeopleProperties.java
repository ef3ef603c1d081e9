package io.qiangcun.core.people;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key under which identity numbers and telephone numbers are encrypted. Who loses it loses them.
 *
 * @param key 32 bytes in Base64; must be given where the database is not the application's own
 * @param keyFile where the key lies otherwise; made at the first start
 */
@ConfigurationProperties("qiangcun.people")
record PeopleProperties(
        @Nullable String key,
        @DefaultValue("./data/people.key") Path keyFile) {}
