@NullMarked
package io.qiangcun.economy.membership;

import org.jspecify.annotations.NullMarked;
