@NullMarked
package io.qiangcun.economy.help.web;

import org.jspecify.annotations.NullMarked;
