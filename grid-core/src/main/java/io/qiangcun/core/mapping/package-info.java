/** How MapStruct maps: aggregates outwards into views, never inwards. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
