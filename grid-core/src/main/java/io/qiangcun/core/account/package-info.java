/** Who asks, for which post, and the scope the database gives the answers in. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
