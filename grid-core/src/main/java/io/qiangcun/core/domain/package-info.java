/** What every aggregate and every domain event has in common. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
