@NullMarked
package io.qiangcun.economy.bonus;

import org.jspecify.annotations.NullMarked;
