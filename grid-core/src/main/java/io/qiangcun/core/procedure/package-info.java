/** Procedures of many steps as data: templates, cases, votes, publicity, and the clock of every step. */
@ApplicationModule
@NullMarked
package io.qiangcun.core.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
