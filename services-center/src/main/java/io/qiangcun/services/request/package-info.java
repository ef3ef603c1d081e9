/** What villagers ask for, ask about or are troubled by, from their first word until it is over. */
@ApplicationModule
@NullMarked
package io.qiangcun.services.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
