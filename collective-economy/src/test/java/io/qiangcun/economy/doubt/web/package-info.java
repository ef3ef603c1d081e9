@NullMarked
package io.qiangcun.economy.doubt.web;

import org.jspecify.annotations.NullMarked;
