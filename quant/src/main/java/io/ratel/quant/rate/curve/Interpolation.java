package io.ratel.quant.rate.curve;

import io.ratel.quant.function.Choice;

/** What a curve is between the times that it is given at. */
public enum Interpolation implements Choice {
  /** Straight zero rates; flat before the first time and after the last. */
  LINEAR_ZERO("linear-zero"),
  /** Straight logarithms of discount factors: flat forwards, the last one going on. */
  LOG_LINEAR_DISCOUNT("log-linear-discount"),
  /** Zero rates by a natural cubic spline; flat outside. */
  CUBIC_ZERO("cubic-zero"),
  /** Forwards by Hagan and West's monotone convex method; the last one going on. */
  MONOTONE_CONVEX("monotone-convex");

  private final String label;

  Interpolation(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /**
   * A curve through zero rates.
   *
   * @param times above 0, rising
   * @param zeros compounded continuously
   */
  public DiscountCurve through(double[] times, double[] zeros) {
    return switch (this) {
      case LINEAR_ZERO -> ZeroRates.linear(times, zeros);
      case CUBIC_ZERO -> ZeroRates.cubic(times, zeros);
      case LOG_LINEAR_DISCOUNT -> new FlatForwards(times, zeros);
      case MONOTONE_CONVEX -> new MonotoneConvex(times, zeros);
    };
  }

  /** Whether a time's rate moves the curve before the time before it. */
  boolean global() {
    return this == CUBIC_ZERO || this == MONOTONE_CONVEX;
  }
}
