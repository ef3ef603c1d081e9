/** The only source of any number on any page: a metric is defined by the rows it counts. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.metric;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
