/** The items that a county does for its people: guides, materials, time limits, and their editions. */
@ApplicationModule
@NullMarked
package io.qiangcun.services.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
