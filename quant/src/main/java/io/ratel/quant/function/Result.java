package io.ratel.quant.function;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What one component of an answer means. NaN is a number that does not exist, null on the wire. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Result {
  /** What it means, a sentence. */
  String value();

  /** Such as "per year", "per day"; empty where there is none. */
  String unit() default "";
}
