package io.ratel.model.money;

/**
 * Decimal text to and from a {@code long} with a fixed number of decimals. Nothing is ever rounded:
 * a text that needs more decimals or more digits than the target holds is refused.
 */
public final class FixedPoint {
  /** The largest scale a {@code long} can serve: {@code 10^18 < 2^63}. */
  public static final int MAX_SCALE = 18;

  private static final long[] POWERS = new long[MAX_SCALE + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i <= MAX_SCALE; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private FixedPoint() {}

  /**
   * {@code 10^exponent}.
   *
   * @throws IllegalArgumentException unless {@code 0 <= exponent <= 18}
   */
  public static long powerOfTen(int exponent) {
    if (exponent < 0 || exponent > MAX_SCALE) {
      throw new IllegalArgumentException("exponent must be 0 to 18, was " + exponent);
    }
    return POWERS[exponent];
  }

  /**
   * Parses plain decimal notation ({@code -12.5}, {@code .5}, {@code 3.}); no exponent, no
   * grouping, no surrounding space. Trailing zeros beyond {@code scale} are accepted because they
   * lose nothing.
   *
   * @return the value times {@code 10^scale}
   * @throws NumberFormatException with a message fit for a user, when the text is not a number, has
   *     non-zero digits beyond {@code scale}, or does not fit a {@code long}
   */
  public static long parse(CharSequence text, int scale) {
    powerOfTen(scale);
    int length = text.length();
    int at = 0;
    boolean negative = false;
    if (length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
      negative = text.charAt(0) == '-';
      at = 1;
    }
    long value = 0; // kept negative, so that Long.MIN_VALUE parses
    int decimals = -1;
    int digits = 0;
    for (; at < length; at++) {
      char c = text.charAt(at);
      if (c == '.' && decimals < 0) {
        decimals = 0;
        continue;
      }
      if (c < '0' || c > '9') {
        throw new NumberFormatException("is not a decimal number");
      }
      digits++;
      if (decimals == scale) {
        if (c != '0') {
          throw new NumberFormatException("has more than " + scale + " decimals");
        }
        continue;
      }
      if (decimals >= 0) {
        decimals++;
      }
      value = shift(value, 10, c - '0');
    }
    if (digits == 0) {
      throw new NumberFormatException("is not a decimal number");
    }
    int missing = scale - Math.max(decimals, 0);
    value = value == 0 ? 0 : shift(value, POWERS[missing], 0);
    if (!negative && value == Long.MIN_VALUE) {
      throw new NumberFormatException("is too large");
    }
    return negative ? value : -value;
  }

  private static long shift(long value, long factor, int digit) {
    try {
      return Math.subtractExact(Math.multiplyExact(value, factor), digit);
    } catch (ArithmeticException e) {
      throw new NumberFormatException("is too large");
    }
  }

  /** Formats with exactly {@code scale} decimals: {@code format(-5, 2)} is {@code "-0.05"}. */
  public static String format(long value, int scale) {
    powerOfTen(scale);
    if (scale == 0) {
      return Long.toString(value);
    }
    String digits = value < 0 ? Long.toString(value).substring(1) : Long.toString(value);
    StringBuilder text = new StringBuilder(digits.length() + scale + 2);
    if (value < 0) {
      text.append('-');
    }
    int whole = digits.length() - scale;
    if (whole <= 0) {
      text.append("0.").repeat('0', -whole).append(digits);
    } else {
      text.append(digits, 0, whole).append('.').append(digits, whole, digits.length());
    }
    return text.toString();
  }

  /** Formats without trailing zeros: {@code trimmed(1500, 3)} is {@code "1.5"}. */
  public static String trimmed(long value, int scale) {
    String text = format(value, scale);
    if (scale == 0) {
      return text;
    }
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /**
   * Changes the number of decimals.
   *
   * @throws ArithmeticException when the value does not fit, or when decimals that are not zero
   *     would be lost
   */
  public static long rescale(long value, int from, int to) {
    if (to >= from) {
      return Math.multiplyExact(value, powerOfTen(to - from));
    }
    long divisor = powerOfTen(from - to);
    if (value % divisor != 0) {
      throw new ArithmeticException(format(value, from) + " has more than " + to + " decimals");
    }
    return value / divisor;
  }
}
