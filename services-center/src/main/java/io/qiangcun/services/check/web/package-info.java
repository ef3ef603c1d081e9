@NullMarked
package io.qiangcun.services.check.web;

import org.jspecify.annotations.NullMarked;
