/** What the records themselves suggest about weak organisations; a suggestion is never a finding. */
@ApplicationModule
@NullMarked
package io.qiangcun.party.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
