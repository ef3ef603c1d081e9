@NullMarked
package io.qiangcun.economy.dividend.web;

import org.jspecify.annotations.NullMarked;
