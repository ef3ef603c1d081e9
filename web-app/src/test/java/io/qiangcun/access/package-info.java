@NullMarked
package io.qiangcun.access;

import org.jspecify.annotations.NullMarked;
