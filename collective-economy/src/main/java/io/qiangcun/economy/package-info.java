@NullMarked
package io.qiangcun.economy;

import org.jspecify.annotations.NullMarked;
