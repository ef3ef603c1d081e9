/** Pages, the intake interface and the live view of grid events. */
@NullMarked
package io.qiangcun.grid.gridevent.web;

import org.jspecify.annotations.NullMarked;
