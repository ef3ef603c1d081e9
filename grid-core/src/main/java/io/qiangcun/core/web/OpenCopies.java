package io.qiangcun.core.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Copies of pages that are the same for everybody: anybody on the way may keep one for a minute, and then asks again. */
@Component
public class OpenCopies {

    private static final Duration KEPT = Duration.ofMinutes(1);

    /** Pages of another start may look different. */
    private final String start = UUID.randomUUID().toString().substring(0, 8);

    /**
     * Whether the reader has the page already; then nothing is left to be done.
     *
     * @param tag changes with what the page shows
     */
    public boolean isKnown(String tag, WebRequest request, HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(KEPT).cachePublic().mustRevalidate().getHeaderValue());
        return request.checkNotModified(start + tag);
    }
}
