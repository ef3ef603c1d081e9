@NullMarked
package io.qiangcun.party.rating.web;

import org.jspecify.annotations.NullMarked;
