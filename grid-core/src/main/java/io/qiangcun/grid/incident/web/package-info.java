@NullMarked
package io.qiangcun.grid.incident.web;

import org.jspecify.annotations.NullMarked;
