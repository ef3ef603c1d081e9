package io.qiangcun.core.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who runs this installation, as the footer says it.
 *
 * @param organiser the organisation that runs it
 * @param filingNumber its number in the register of government applications
 * @param accept what a file input offers to choose, as in the attribute of that name
 */
@ConfigurationProperties("qiangcun.site")
record SiteProperties(
        @Nullable String organiser,
        @Nullable String filingNumber,

        @DefaultValue("image/jpeg,image/png,.jpg,.jpeg,.png,.pdf,.docx,.xlsx")
        String accept) {}
