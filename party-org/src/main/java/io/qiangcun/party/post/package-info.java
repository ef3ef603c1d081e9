/** Who holds which post in the two committees of a village, and whether the committees look as they should. */
@ApplicationModule
@NullMarked
package io.qiangcun.party.post;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
