package io.ratel.quant.rate.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * The curve of Nelson and Siegel, or Svensson, that misses given zero rates least in squares. For
 * given decay times the betas are linear, so that only the times are searched: over a grid of their
 * logarithms, then by a simplex from its best point.
 */
final class NelsonSiegelFit {
  private static final double SHORTEST = 0.05;
  private static final double LONGEST = 30;
  private static final int MOST_STARTS = 12;
  private static final int MOST_EVALUATIONS = 1_000;

  private final double[] times;
  private final R064Store rates;
  private final boolean svensson;

  NelsonSiegelFit(double[] times, double[] rates, boolean svensson) {
    this.times = times;
    this.rates = R064Store.FACTORY.column(rates);
    this.svensson = svensson;
  }

  /** beta0, beta1, beta2, beta3, tau1, tau2 and the root of the mean squared miss. */
  double[] best() {
    double[] found =
        starts().stream()
            .map(this::descended)
            .min(Comparator.comparingDouble(this::missed))
            .orElseThrow();
    double[] betas = betas(found);
    double tau1 = Math.exp(found[0]);
    double tau2 = svensson ? Math.exp(found[1]) : 1;
    double miss = Math.sqrt(missed(found) / times.length);
    return new double[] {betas[0], betas[1], betas[2], svensson ? betas[3] : 0, tau1, tau2, miss};
  }

  /** The best point that was seen on the way, also where evaluations ran out before its end. */
  private double[] descended(double[] start) {
    Lowest lowest = new Lowest(start, missed(start));
    try {
      new SimplexOptimizer(new SimpleValueChecker(1e-14, 1e-30))
          .optimize(
              new MaxEval(MOST_EVALUATIONS),
              GoalType.MINIMIZE,
              new InitialGuess(start),
              new NelderMeadSimplex(start.length, 0.1),
              new ObjectiveFunction(at -> lowest.seen(at, missed(at))));
    } catch (MathIllegalStateException e) {
      // A valley without a floor, or rates that no curve comes near: what is found is what there
      // is.
      return lowest.at;
    }
    return lowest.at;
  }

  private static final class Lowest {
    private double[] at;
    private double miss;

    Lowest(double[] start, double miss) {
      this.at = start;
      this.miss = miss;
    }

    double seen(double[] point, double value) {
      if (value < miss) {
        at = point.clone();
        miss = value;
      }
      return value;
    }
  }

  /** The best points of a grid that are not each other's neighbours: there are many valleys. */
  private List<double[]> starts() {
    int steps = svensson ? 14 : 60;
    double low = Math.log(SHORTEST);
    double step = Math.log(LONGEST / SHORTEST) / (steps - 1);
    List<double[]> grid = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      double first = low + i * step;
      if (!svensson) {
        grid.add(new double[] {first});
      }
      for (int j = i + 1; svensson && j < steps; j++) {
        grid.add(new double[] {first, low + j * step});
      }
    }
    List<double[]> sorted =
        grid.stream()
            .map(at -> Map.entry(missed(at), at))
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList();
    List<double[]> starts = new ArrayList<>();
    for (double[] at : sorted) {
      if (starts.size() < MOST_STARTS && starts.stream().allMatch(o -> apart(o, at) > 2.5 * step)) {
        starts.add(at);
      }
    }
    return starts;
  }

  private static double apart(double[] one, double[] other) {
    double most = 0;
    for (int i = 0; i < one.length; i++) {
      most = Math.max(most, Math.abs(one[i] - other[i]));
    }
    return most;
  }

  /** The sum of squares that the best betas for these decay times leave. */
  private double missed(double[] logTaus) {
    for (double logTau : logTaus) {
      if (logTau < Math.log(SHORTEST / 10) || logTau > Math.log(LONGEST * 10)) {
        return Double.MAX_VALUE;
      }
    }
    double[] betas = betas(logTaus);
    double sum = 0;
    for (int i = 0; i < times.length; i++) {
      double rate =
          NelsonSiegel.zero(
              betas[0],
              betas[1],
              betas[2],
              svensson ? betas[3] : 0,
              Math.exp(logTaus[0]),
              svensson ? Math.exp(logTaus[1]) : 1,
              times[i]);
      double miss = rate - rates.doubleValue(i);
      sum += miss * miss;
    }
    return sum;
  }

  private double[] betas(double[] logTaus) {
    int columns = svensson ? 4 : 3;
    R064Store design = R064Store.FACTORY.make(times.length, columns);
    for (int i = 0; i < times.length; i++) {
      double x = times[i] / Math.exp(logTaus[0]);
      design.set(i, 0, 1.0);
      design.set(i, 1, NelsonSiegel.slope(x));
      design.set(i, 2, NelsonSiegel.hump(x));
      if (svensson) {
        design.set(i, 3, NelsonSiegel.hump(times[i] / Math.exp(logTaus[1])));
      }
    }
    SingularValue<Double> decomposed = SingularValue.R064.make(design);
    decomposed.decompose(design);
    MatrixStore<Double> solution = decomposed.getSolution(rates);
    return Arrays.copyOf(solution.toRawCopy1D(), columns);
  }
}
