@NullMarked
package io.qiangcun.economy.cooperative.web;

import org.jspecify.annotations.NullMarked;
