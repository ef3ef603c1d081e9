package io.qiangcun.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/** What tests contribute to reports, warnings and metrics is not to be seen in the demonstration county. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnBooleanProperty(name = "qiangcun.demo.enabled", havingValue = false, matchIfMissing = true)
public @interface NotInDemo {}
