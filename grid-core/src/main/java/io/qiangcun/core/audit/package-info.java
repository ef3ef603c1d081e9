/** What happened and who did it: append-only, chained by hash, verifiable without the application. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
