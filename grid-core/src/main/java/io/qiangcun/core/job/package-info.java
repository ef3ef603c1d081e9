/** Work nobody is waiting for: recurring jobs, one owner among several nodes. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
