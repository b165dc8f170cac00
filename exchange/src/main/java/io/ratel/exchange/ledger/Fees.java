package io.ratel.exchange.ledger;

/**
 * Fees in millionths of a value. A charged fee is rounded down and a reserved one up, so that the
 * fees of any number of partial fills never exceed what was reserved for the whole.
 */
public final class Fees {
  private static final long MILLION = 1_000_000;

  private Fees() {}

  /**
   * The fee to charge, or the rebate to pay when {@code ppm} is negative, rounded towards nothing;
   * {@code value >= 0}, {@code |ppm| <= 1,000,000}.
   */
  public static long charge(long value, int ppm) {
    return value / MILLION * ppm + value % MILLION * ppm / MILLION;
  }

  /** The fee to reserve, rounded up. */
  public static long reserve(long value, int ppm) {
    return value / MILLION * ppm + (value % MILLION * ppm + MILLION - 1) / MILLION;
  }
}
