@NullMarked
package io.qiangcun.economy.contract.web;

import org.jspecify.annotations.NullMarked;
