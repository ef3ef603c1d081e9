@NullMarked
package io.qiangcun.economy.plan;

import org.jspecify.annotations.NullMarked;
