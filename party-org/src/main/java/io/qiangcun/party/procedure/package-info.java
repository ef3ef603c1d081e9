/** What the procedures of Party organisations need in code: rules about steps that data cannot say, and their figures. */
@ApplicationModule
@NullMarked
package io.qiangcun.party.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
