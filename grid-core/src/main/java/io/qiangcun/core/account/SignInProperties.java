package io.qiangcun.core.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strictly the door is kept.
 *
 * @param failures so many wrong passwords in a row close a login
 * @param lock for so long the first time, twice as long each further time
 * @param longestLock but never longer
 * @param oneTimePasswordLife how long a one-time password may wait for its first use
 * @param sessionLife after which even a busy session signs in again
 * @param sessions of one account at a time; the oldest ends
 * @param addressAttempts so many sign-ins one address may try within the window, right or wrong
 * @param addressWindow in which that many attempts grow again
 * @param hashers passwords checked at the same time; each takes a core and 19 MiB
 * @param hasherWait how long a sign-in waits for its turn
 */
@ConfigurationProperties("qiangcun.sign-in")
public record SignInProperties(
        @DefaultValue("5") int failures,
        @DefaultValue("15m") Duration lock,
        @DefaultValue("2h") Duration longestLock,
        @DefaultValue("72h") Duration oneTimePasswordLife,
        @DefaultValue("12h") Duration sessionLife,
        @DefaultValue("3") int sessions,
        @DefaultValue("30") int addressAttempts,
        @DefaultValue("1m") Duration addressWindow,
        @DefaultValue("2") int hashers,
        @DefaultValue("2s") Duration hasherWait) {}
