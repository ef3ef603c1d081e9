@NullMarked
package io.qiangcun.economy.takeover;

import org.jspecify.annotations.NullMarked;
