package io.ratel.quant.numeric;

/** Two standard normal variables with a correlation. Safe for any thread. */
public final class BivariateNormal {
  private static final GaussLegendre RULE = GaussLegendre.of(48);
  private static final double TURN = 0.9;

  private BivariateNormal() {}

  /**
   * The probability that both are at most h and k. R. L. Plackett's identity (A reduction formula
   * for normal multivariate integrals, Biometrika 41 (1954)) makes its slope by the correlation an
   * exponential, which is integrated from independence or, of a strong correlation, back from a
   * full one; absolute error some 1e-15.
   *
   * @param correlation from −1 to 1
   */
  public static double cumulative(double h, double k, double correlation) {
    if (correlation < -TURN) {
      return Math.max(0, Normal.cumulative(h) - cumulative(h, -k, -correlation));
    }
    if (correlation <= TURN) {
      double angle = Math.asin(correlation);
      double sum = 0;
      for (int i = 0; i < RULE.size(); i++) {
        double sine = Math.sin(0.5 * angle * (1 + RULE.point(i)));
        sum +=
            RULE.weight(i) * Math.exp((h * k * sine - 0.5 * (h * h + k * k)) / (1 - sine * sine));
      }
      return clamp(Normal.cumulative(h) * Normal.cumulative(k) + sum * angle / (4 * Math.PI));
    }
    double delta = Math.acos(Math.min(1, correlation));
    double missing = 0;
    // The exponential turns where the angle is some |h − k|: panels that grow from there.
    double from = 0;
    double to = Math.min(delta, Math.max(2 * Math.abs(h - k), 1e-18));
    while (from < delta) {
      double half = 0.5 * (to - from);
      for (int i = 0; i < RULE.size(); i++) {
        double angle = from + half * (1 + RULE.point(i));
        double sine = Math.sin(angle);
        missing +=
            half
                * RULE.weight(i)
                * Math.exp(
                    -0.5 * (h - k) * (h - k) / (sine * sine) - h * k / (1 + Math.cos(angle)));
      }
      from = to;
      to = Math.min(delta, 4 * to);
    }
    return clamp(Normal.cumulative(Math.min(h, k)) - missing / (2 * Math.PI));
  }

  private static double clamp(double probability) {
    return Math.max(0, Math.min(1, probability));
  }
}
