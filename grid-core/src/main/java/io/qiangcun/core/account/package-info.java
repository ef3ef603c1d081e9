/**
 * Who asks, for which post, and the scope the database gives the answers in. An account is a post at a place; the natural
 * person who holds it now is recorded with everything done in its name.
 */
@ApplicationModule
@NullMarked
package io.qiangcun.core.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
