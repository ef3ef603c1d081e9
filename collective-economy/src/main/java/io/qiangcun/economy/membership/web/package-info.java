@NullMarked
package io.qiangcun.economy.membership.web;

import org.jspecify.annotations.NullMarked;
