/** How cadres of villages were rewarded, suspended and let go: counted and listed from their cases. */
@ApplicationModule
@NullMarked
package io.qiangcun.party.cadre;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
