package io.qiangcun.grid.phone.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the page of the phone works.
 *
 * @param offline whether it works without a network; turned off, every phone gives up what it kept of the pages as soon as
 *     it has a network, but never the reports that wait
 */
@ConfigurationProperties("qiangcun.phone")
record PhoneProperties(@DefaultValue("true") boolean offline) {}
