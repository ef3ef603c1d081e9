@NullMarked
package io.qiangcun.party.activity.web;

import org.jspecify.annotations.NullMarked;
