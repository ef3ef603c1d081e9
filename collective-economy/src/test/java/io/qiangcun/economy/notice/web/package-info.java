@NullMarked
package io.qiangcun.economy.notice.web;

import org.jspecify.annotations.NullMarked;
