@NullMarked
package io.qiangcun.party.post.web;

import org.jspecify.annotations.NullMarked;
