/** Weak villages, why and since when, and who helps them: one main helper for each at a time. */
@ApplicationModule
@NullMarked
package io.qiangcun.economy.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
