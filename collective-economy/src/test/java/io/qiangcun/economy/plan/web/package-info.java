@NullMarked
package io.qiangcun.economy.plan.web;

import org.jspecify.annotations.NullMarked;
