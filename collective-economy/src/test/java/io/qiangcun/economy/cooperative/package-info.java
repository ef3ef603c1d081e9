@NullMarked
package io.qiangcun.economy.cooperative;

import org.jspecify.annotations.NullMarked;
