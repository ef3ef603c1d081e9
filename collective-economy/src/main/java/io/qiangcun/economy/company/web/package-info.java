@NullMarked
package io.qiangcun.economy.company.web;

import org.jspecify.annotations.NullMarked;
