@NullMarked
package io.qiangcun.economy.takeover.web;

import org.jspecify.annotations.NullMarked;
