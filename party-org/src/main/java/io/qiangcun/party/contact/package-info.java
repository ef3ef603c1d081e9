/** Members and the households they look after: who keeps contact with whom, visits, and where nobody does. */
@ApplicationModule
@NullMarked
package io.qiangcun.party.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
