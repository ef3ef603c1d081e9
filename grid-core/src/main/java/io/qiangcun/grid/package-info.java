@NullMarked
package io.qiangcun.grid;

import org.jspecify.annotations.NullMarked;
