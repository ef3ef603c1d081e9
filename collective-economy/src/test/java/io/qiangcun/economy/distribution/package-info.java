@NullMarked
package io.qiangcun.economy.distribution;

import org.jspecify.annotations.NullMarked;
