/** What the console says when the application is ready. */
@ApplicationModule
@NullMarked
package io.qiangcun.web.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
