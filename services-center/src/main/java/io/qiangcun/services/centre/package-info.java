/** Service centres of county, townships and villages: where they are, when they are open, and which serves a place. */
@ApplicationModule
@NullMarked
package io.qiangcun.services.centre;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
