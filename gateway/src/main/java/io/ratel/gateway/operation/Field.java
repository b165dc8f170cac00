package io.ratel.gateway.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The rules of one component of a request or answer, and what it means in the documentation. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {
  /** What it means. */
  String value() default "";

  /** The header that carries it, when neither path, query nor body does. */
  String header() default "";

  /** For text: what it must match. */
  String pattern() default "";

  /** For text with a pattern: the rule in words. */
  String rule() default "";

  /** For whole numbers. */
  int min() default 0;

  /** For whole numbers. */
  int max() default Integer.MAX_VALUE;

  /** Whether neither an error nor the audit log may repeat the value. */
  boolean secret() default false;

  /** Whether it tells who somebody is: the audit log, which nothing leaves, must not have it. */
  boolean personal() default false;
}
