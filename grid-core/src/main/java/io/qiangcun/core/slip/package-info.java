/**
 * Papers with a code that let somebody without an account see and answer one matter about himself: printed once, kept as
 * a digest, expiring, revocable, and written into the audit trail whenever they are used.
 */
@ApplicationModule
@NullMarked
package io.qiangcun.core.slip;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
