/** Early warnings that explain themselves and are cleared by the record itself. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.warning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
