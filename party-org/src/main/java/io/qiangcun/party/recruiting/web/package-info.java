@NullMarked
package io.qiangcun.party.recruiting.web;

import org.jspecify.annotations.NullMarked;
