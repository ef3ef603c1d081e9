@NullMarked
package io.qiangcun.party.points.web;

import org.jspecify.annotations.NullMarked;
