@NullMarked
package io.qiangcun.services.centre.web;

import org.jspecify.annotations.NullMarked;
