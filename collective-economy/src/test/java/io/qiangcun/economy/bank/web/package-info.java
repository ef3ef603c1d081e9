@NullMarked
package io.qiangcun.economy.bank.web;

import org.jspecify.annotations.NullMarked;
