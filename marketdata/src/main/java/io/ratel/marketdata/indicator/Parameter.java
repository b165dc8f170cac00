package io.ratel.marketdata.indicator;

/**
 * A number that an indicator is given.
 *
 * @param whole whether it must be a whole number
 * @param preset when it is not given
 * @param min the smallest that is allowed
 * @param max the largest that is allowed
 */
public record Parameter(
    String name, String title, boolean whole, double preset, double min, double max) {
  public Parameter {
    if (!name.matches("[a-z][A-Za-z]{0,31}")) {
      throw new IllegalArgumentException("a parameter's name is in camel case, was " + name);
    }
    if (!(min <= preset && preset <= max)) {
      throw new IllegalArgumentException(
          "%s must be preset within %s to %s, was %s".formatted(name, min, max, preset));
    }
  }

  /** What a value must be, in words. */
  public String rule() {
    return "must be a " + (whole ? "whole " : "") + "number from " + text(min) + " to " + text(max);
  }

  boolean admits(double value) {
    return value >= min && value <= max && (!whole || value == Math.rint(value));
  }

  /** Without the point that a whole number does not need. */
  public static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
