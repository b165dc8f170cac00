package io.ratel.model.instrument;

import io.ratel.model.money.FixedPoint;

/**
 * The size of one tick or one lot: {@code units × 10^-scale}, so {@code 0.25} is {@code Step(25,
 * 2)}.
 *
 * @param units positive
 * @param scale decimals, 0 to 18
 */
public record Step(long units, int scale) {
  public Step {
    FixedPoint.powerOfTen(scale);
    if (units <= 0) {
      throw new IllegalArgumentException("a step must be positive, was " + units);
    }
  }

  /** Reads {@code "0.01"}; trailing zeros are kept as decimals to show. */
  public static Step of(String decimal) {
    int point = decimal.indexOf('.');
    int scale = point < 0 ? 0 : decimal.length() - point - 1;
    return new Step(FixedPoint.parse(decimal, scale), scale);
  }

  /**
   * How many whole steps a decimal is.
   *
   * @throws NumberFormatException with a message fit for a user when it is not a whole number of
   *     steps
   */
  public long parse(CharSequence decimal) {
    long value;
    try {
      value = FixedPoint.parse(decimal, scale);
    } catch (NumberFormatException e) {
      String message = e.getMessage();
      throw new NumberFormatException(
          message != null && message.startsWith("has more") ? multiple() : message);
    }
    if (value % units != 0) {
      throw new NumberFormatException(multiple());
    }
    return value / units;
  }

  private String multiple() {
    return "must be a multiple of " + this;
  }

  /** {@code steps} as decimal text with all decimals of the step. */
  public String format(long steps) {
    return FixedPoint.format(Math.multiplyExact(steps, units), scale);
  }

  /** The step itself as decimal text, {@code "0.01"}. */
  @Override
  public String toString() {
    return FixedPoint.format(units, scale);
  }
}
