package io.ratel.exchange.house;

import io.ratel.exchange.Limits;
import io.ratel.model.money.Exact;
import java.math.RoundingMode;

/** Ratios in millionths that stay within what fits: for ranking, not for money. */
public final class Shares {
  private static final long MILLION = 1_000_000;

  private Shares() {}

  /** {@code part / whole} in millionths; {@code whole > 0}. */
  public static long ppm(long part, long whole) {
    try {
      return Exact.mulDiv(part, MILLION, whole, RoundingMode.DOWN);
    } catch (ArithmeticException e) {
      return part < 0 ? -Limits.SUPPLY : Limits.SUPPLY;
    }
  }

  /** {@code a × b} of two ratios in millionths. */
  public static long times(long a, long b) {
    try {
      return Exact.mulDiv(a, b, MILLION, RoundingMode.DOWN);
    } catch (ArithmeticException e) {
      return (a < 0) == (b < 0) ? Limits.SUPPLY : -Limits.SUPPLY;
    }
  }

  /** {@code a / b} of two ratios in millionths; {@code b > 0}. */
  public static long divided(long a, long b) {
    return ppm(a, Math.max(1, b));
  }
}
