@NullMarked
package io.qiangcun.core.warning.web;

import org.jspecify.annotations.NullMarked;
