@NullMarked
package io.qiangcun.party.member.web;

import org.jspecify.annotations.NullMarked;
