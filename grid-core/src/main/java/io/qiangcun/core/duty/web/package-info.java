@NullMarked
package io.qiangcun.core.duty.web;

import org.jspecify.annotations.NullMarked;
