/** A domain module's calling card, the main menu and the messages of all modules. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.module;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
