/** A county asks its centres to check themselves by a standard of its own; the register of checks has what they answer. */
@ApplicationModule
@NullMarked
package io.qiangcun.services.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
