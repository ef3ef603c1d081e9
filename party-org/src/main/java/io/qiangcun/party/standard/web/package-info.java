@NullMarked
package io.qiangcun.party.standard.web;

import org.jspecify.annotations.NullMarked;
