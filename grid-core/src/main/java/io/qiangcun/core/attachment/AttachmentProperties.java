package io.qiangcun.core.attachment;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where attachments lie and how large they may be.
 *
 * @param directory outside of anything served; relative to the working directory
 * @param photoLimit the largest photo taken in; it is made smaller before it is kept
 * @param fileLimit the largest document
 * @param pixelLimit photos of more pixels are refused before they are unpacked
 * @param longestSide photos are scaled down to this many pixels
 * @param perRecord how many attachments one record may have
 */
@ConfigurationProperties("qiangcun.attachments")
record AttachmentProperties(
        @DefaultValue("./data/attachments") Path directory,
        @DefaultValue("10MB") DataSize photoLimit,
        @DefaultValue("20MB") DataSize fileLimit,
        @DefaultValue("50000000") long pixelLimit,
        @DefaultValue("1920") int longestSide,
        @DefaultValue("20") int perRecord) {}
