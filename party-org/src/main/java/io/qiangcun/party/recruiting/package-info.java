/** How many may be recruited and were, where applicants stand on the way, and where no young member was found for long. */
@ApplicationModule
@NullMarked
package io.qiangcun.party.recruiting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
