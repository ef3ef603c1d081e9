/** What the procedures of Party organisations need in code: guards for what data cannot say, and their figures. */
@ApplicationModule
@NullMarked
package io.qiangcun.party.stepguard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
