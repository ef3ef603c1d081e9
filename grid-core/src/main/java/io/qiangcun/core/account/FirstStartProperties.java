package io.qiangcun.core.account;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a new installation must be told before anybody can sign in.
 *
 * @param placeCode the code of its topmost place, as a rule the county's six digits
 * @param placeName the name of that place
 * @param login what the first administrator signs in with
 */
@ConfigurationProperties("qiangcun.first-start")
record FirstStartProperties(
        @Nullable String placeCode,
        @Nullable String placeName,
        @DefaultValue("admin") String login) {}
