/** The three ways a request can fail for a reason its author should hear: not found, rule violated, conflicting. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.error;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
