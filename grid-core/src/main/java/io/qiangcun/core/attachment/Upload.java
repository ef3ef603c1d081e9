package io.qiangcun.core.attachment;

import org.springframework.core.io.InputStreamSource;

/**
 * A file as it came in.
 *
 * @param name as its sender calls it; only ever shown, never used as a path
 */
public record Upload(String name, InputStreamSource content) {}
