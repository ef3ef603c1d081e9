/** The Party organisations of a county: which there are, where they sit, how they are built. */
@ApplicationModule
@NullMarked
package io.qiangcun.party.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
