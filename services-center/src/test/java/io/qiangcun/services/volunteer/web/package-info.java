@NullMarked
package io.qiangcun.services.volunteer.web;

import org.jspecify.annotations.NullMarked;
