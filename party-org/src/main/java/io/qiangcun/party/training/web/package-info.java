@NullMarked
package io.qiangcun.party.training.web;

import org.jspecify.annotations.NullMarked;
