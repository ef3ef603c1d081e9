@NullMarked
package io.qiangcun.grid.contest;

import org.jspecify.annotations.NullMarked;
