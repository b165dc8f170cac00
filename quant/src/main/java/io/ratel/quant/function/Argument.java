package io.ratel.quant.function;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What one component of a question means, and its bounds; of a list's or matrix's each number. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Argument {
  /** What it means, a sentence. */
  String value();

  /** Such as "per year", "years", "of the price"; empty where there is none. */
  String unit() default "";

  /** The smallest number allowed. */
  double min() default Double.NEGATIVE_INFINITY;

  /** What a number must be greater than. */
  double above() default Double.NEGATIVE_INFINITY;

  /** The largest number allowed. */
  double max() default Double.POSITIVE_INFINITY;

  /** What a number must be less than. */
  double below() default Double.POSITIVE_INFINITY;

  /** What it is when it is left out, as text; empty where it must be given. */
  String preset() default "";

  /** Whether null stands for a number that is missing in a list, which is then NaN. */
  boolean missing() default false;

  /** The fewest elements of a list, or rows of a matrix. */
  int least() default 1;

  /** The most numbers of a list or matrix, or elements of a list of objects. */
  int most() default 1_000_000;
}
