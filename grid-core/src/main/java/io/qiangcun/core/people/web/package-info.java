@NullMarked
package io.qiangcun.core.people.web;

import org.jspecify.annotations.NullMarked;
