@NullMarked
package io.qiangcun.economy.project.web;

import org.jspecify.annotations.NullMarked;
