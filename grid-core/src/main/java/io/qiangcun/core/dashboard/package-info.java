/** What modules put on the desks of county, township and village. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
