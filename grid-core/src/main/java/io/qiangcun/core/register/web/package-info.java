@NullMarked
package io.qiangcun.core.register.web;

import org.jspecify.annotations.NullMarked;
