@NullMarked
package io.qiangcun.core.report.web;

import org.jspecify.annotations.NullMarked;
