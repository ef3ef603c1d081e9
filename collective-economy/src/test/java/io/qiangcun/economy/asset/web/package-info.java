@NullMarked
package io.qiangcun.economy.asset.web;

import org.jspecify.annotations.NullMarked;
