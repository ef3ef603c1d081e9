@NullMarked
package io.qiangcun.economy.dividend;

import org.jspecify.annotations.NullMarked;
