@NullMarked
package io.qiangcun.services.mode.web;

import org.jspecify.annotations.NullMarked;
