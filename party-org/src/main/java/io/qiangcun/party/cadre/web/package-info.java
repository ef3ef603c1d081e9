@NullMarked
package io.qiangcun.party.cadre.web;

import org.jspecify.annotations.NullMarked;
