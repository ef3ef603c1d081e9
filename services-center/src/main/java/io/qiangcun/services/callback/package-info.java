/** A sample of what was closed, drawn from a number nobody could choose: others than those who dealt with it call and ask. */
@ApplicationModule
@NullMarked
package io.qiangcun.services.callback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
