/** Measures the packaged application; run by {@code ./mvnw -Pbench verify}, writes docs/benchmarks.md. */
@NullMarked
package io.qiangcun.bench;

import org.jspecify.annotations.NullMarked;
