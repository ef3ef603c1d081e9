/** What happens in grids: reported, accepted, assigned, handled, checked, closed, and confirmed by whom it concerns. */
@ApplicationModule
@NullMarked
package io.qiangcun.grid.gridevent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
