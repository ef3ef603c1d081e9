@NullMarked
package io.qiangcun.core.audit.web;

import org.jspecify.annotations.NullMarked;
