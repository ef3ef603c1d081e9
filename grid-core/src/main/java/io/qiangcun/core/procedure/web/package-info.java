@NullMarked
package io.qiangcun.core.procedure.web;

import org.jspecify.annotations.NullMarked;
