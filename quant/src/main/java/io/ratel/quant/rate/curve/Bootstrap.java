package io.ratel.quant.rate.curve;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;

/**
 * The zero rates at which every quote is worth nothing: one time after another, and again over all
 * of them where the interpolation lets a later time move the curve before an earlier one.
 */
final class Bootstrap {
  private static final int MOST_SWEEPS = 200;
  private static final int MOST_EVALUATIONS = 200;
  private static final double LOWEST = -0.9;
  private static final double HIGHEST = 5;

  private Bootstrap() {}

  /**
   * The zero rate of each quote's end, compounded continuously.
   *
   * @param quotes by their ends, rising
   * @throws InvalidArgumentException when there is none, or the sweeps do not settle
   */
  static double[] zeros(List<Quoted> quotes, Interpolation interpolation) {
    int n = quotes.size();
    double[] times = quotes.stream().mapToDouble(Quoted::end).toArray();
    double[] zeros = new double[n];
    for (int i = 0; i < n; i++) {
      int known = i + 1;
      double[] at = Arrays.copyOf(times, known);
      double[] rates = Arrays.copyOf(zeros, known);
      zeros[i] = solved(quotes, i, at, rates, interpolation);
    }
    if (!interpolation.global()) {
      return zeros;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double moved = 0;
      for (int i = 0; i < n; i++) {
        double before = zeros[i];
        zeros[i] = solved(quotes, i, times, zeros.clone(), interpolation);
        moved = Math.max(moved, Math.abs(zeros[i] - before));
      }
      if (moved < 1e-13) {
        return zeros;
      }
    }
    throw new InvalidArgumentException(
        "interpolation", interpolation.label(), "must be one by which these quotes fit together");
  }

  private static double solved(
      List<Quoted> quotes, int i, double[] times, double[] rates, Interpolation interpolation) {
    Quoted quote = quotes.get(i);
    DoubleUnaryOperator error =
        rate -> {
          rates[i] = rate;
          return quote.error(interpolation.through(times, rates));
        };
    try {
      return new BracketingNthOrderBrentSolver(1e-15, 1e-15, 1e-16, 5)
          .solve(MOST_EVALUATIONS, error::applyAsDouble, LOWEST, HIGHEST, 0.05);
    } catch (MathIllegalArgumentException | MathIllegalStateException e) {
      throw new InvalidArgumentException(
          "instruments[" + i + "]",
          quote.type().label() + " to " + quote.end(),
          "must go with the earlier ones at some zero rate from " + LOWEST + " to " + HIGHEST);
    }
  }
}
