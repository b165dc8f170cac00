package io.ratel.model.money;

import java.math.BigInteger;
import java.math.RoundingMode;

/** Products and quotients of {@code long}s that are exact or refuse. */
public final class Exact {
  private Exact() {}

  /**
   * {@code a × b / c}, rounded. The product may be longer than a {@code long}; only then is memory
   * allocated.
   *
   * @param c positive
   * @throws ArithmeticException when the result does not fit, or {@code c} is not positive
   */
  public static long mulDiv(long a, long b, long c, RoundingMode rounding) {
    if (c <= 0) {
      throw new ArithmeticException("must be divided by a positive number, was " + c);
    }
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    if (high == low >> 63) {
      return rounded(low / c, low % c, c, rounding);
    }
    BigInteger[] divided =
        BigInteger.valueOf(a)
            .multiply(BigInteger.valueOf(b))
            .divideAndRemainder(BigInteger.valueOf(c));
    return rounded(divided[0].longValueExact(), divided[1].longValueExact(), c, rounding);
  }

  private static long rounded(long quotient, long remainder, long c, RoundingMode rounding) {
    if (remainder == 0) {
      return quotient;
    }
    boolean away =
        switch (rounding) {
          case DOWN -> false;
          case UP -> true;
          case FLOOR -> remainder < 0;
          case CEILING -> remainder > 0;
          case HALF_EVEN -> {
            // twice the remainder against c, without overflow
            int half = Long.compare(Math.abs(remainder), c - Math.abs(remainder));
            yield half > 0 || (half == 0 && (quotient & 1) == 1);
          }
          default -> throw new IllegalArgumentException("rounding " + rounding + " is not known");
        };
    return away ? Math.addExact(quotient, Long.signum(remainder)) : quotient;
  }
}
