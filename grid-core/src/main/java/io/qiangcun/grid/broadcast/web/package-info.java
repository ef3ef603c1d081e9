/** The pages of loudspeakers, and the door through which these fetch what they have to say. */
@NullMarked
package io.qiangcun.grid.broadcast.web;

import org.jspecify.annotations.NullMarked;
