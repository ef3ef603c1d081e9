@NullMarked
package io.qiangcun.grid.network.web;

import org.jspecify.annotations.NullMarked;
