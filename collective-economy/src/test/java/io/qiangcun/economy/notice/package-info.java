@NullMarked
package io.qiangcun.economy.notice;

import org.jspecify.annotations.NullMarked;
