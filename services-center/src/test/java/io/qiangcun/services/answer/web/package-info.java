@NullMarked
package io.qiangcun.services.answer.web;

import org.jspecify.annotations.NullMarked;
