@NullMarked
package io.qiangcun.core.metric.web;

import org.jspecify.annotations.NullMarked;
