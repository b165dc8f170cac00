package io.ratel.quant.volatility;

import io.ratel.quant.function.Progress;
import java.util.Optional;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * The GARCH(1,1) by which returns are likeliest, Gaussian. The search is over numbers without
 * bounds: the mean, the logarithm of the long-run variance, and the logits of the persistence and
 * of alpha's share of it; so that every point is a stable process. Returns are first scaled to a
 * variance of 1. The variance and squared shock before the first return are the sample's, as in G.
 * Fiorentini, G. Calzolari and L. Panattoni, Analytic derivatives and the computation of GARCH
 * estimates, Journal of Applied Econometrics 11 (1996), 399–417.
 */
final class GarchFit {
  private static final int RESTARTS = 6;
  private static final int NEWTON_STEPS = 4;
  private static final int MOST_EVALUATIONS = 3_000;
  private static final double[][] STARTS = {{0.95, 0.1}, {0.98, 0.05}, {0.7, 0.4}};

  private final double[] returns;
  private final boolean centred;
  private final boolean targeted;
  private final double scale;
  private final Progress progress;
  private int evaluations;

  /**
   * @param centred whether a mean is estimated
   * @param targeted whether the long-run variance is the sample's
   */
  GarchFit(double[] given, boolean centred, boolean targeted, Progress progress) {
    this.centred = centred;
    this.targeted = targeted;
    this.progress = progress;
    scale = Math.sqrt(spread(given, centred ? mean(given) : 0));
    returns = new double[given.length];
    for (int i = 0; i < given.length; i++) {
      returns[i] = given[i] / scale;
    }
  }

  /** The standard deviation that the returns are scaled by; 0 where they do not move. */
  double scale() {
    return scale;
  }

  private static double mean(double[] row) {
    double sum = 0;
    for (double each : row) {
      sum += each;
    }
    return sum / row.length;
  }

  /** The mean square around a mean. */
  private static double spread(double[] row, double mean) {
    double sum = 0;
    for (double each : row) {
      sum += (each - mean) * (each - mean);
    }
    return sum / row.length;
  }

  /** Mean, omega, alpha and beta, in the units of the given returns. */
  double[] best() {
    double[] found = new double[0];
    double least = Double.POSITIVE_INFINITY;
    for (double[] start : STARTS) {
      double[] at = descended(point(start[0], start[1]), 2);
      if (minusLikelihood(at) < least) {
        least = minusLikelihood(at);
        found = at;
      }
    }
    double[] scaled = process(descended(found, RESTARTS));
    double[] last = targeted ? scaled : polished(scaled);
    return new double[] {last[0] * scale, last[1] * scale * scale, last[2], last[3]};
  }

  /** Newton's steps from where the simplex stops, which sees values alone and not slopes. */
  private double[] polished(double[] start) {
    double[] at = start;
    for (int i = 0; i < NEWTON_STEPS; i++) {
      Optional<MatrixStore<Double>> inverse = inverseCurvature(at);
      if (inverse.isEmpty()) {
        return at;
      }
      double[] next = at.clone();
      int first = centred ? 0 : 1;
      for (int row = first; row < 4; row++) {
        for (int column = first; column < 4; column++) {
          next[row] += inverse.get().doubleValue(row - first, column - first) * slope(at, column);
        }
      }
      boolean allowed = next[1] > 0 && next[2] >= 0 && next[3] >= 0 && next[2] + next[3] < 1;
      if (!allowed || !(likelihood(next) >= likelihood(at) - 1e-9)) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private double slope(double[] at, int i) {
    double h = step(at, i) / 50; // a slope bears a smaller step than a curvature
    double[] up = at.clone();
    double[] down = at.clone();
    up[i] += h;
    down[i] -= h;
    return (likelihood(up) - likelihood(down)) / (2 * h);
  }

  private static double step(double[] at, int i) {
    return 1e-4 * Math.max(0.02, Math.abs(at[i]));
  }

  private double[] descended(double[] start, int times) {
    double[] at = start;
    for (int i = 0; i < times; i++) {
      at =
          new SimplexOptimizer(new SimpleValueChecker(1e-15, 1e-13))
              .optimize(
                  new MaxEval(MOST_EVALUATIONS * (1 + at.length)),
                  GoalType.MINIMIZE,
                  new InitialGuess(at),
                  new NelderMeadSimplex(at.length, i == 0 ? 0.3 : 0.02),
                  new ObjectiveFunction(this::minusLikelihood))
              .getPoint();
    }
    return at;
  }

  private double[] point(double persistence, double share) {
    double[] point = new double[2 + (centred ? 1 : 0) + (targeted ? 0 : 1)];
    int i = 0;
    point[i++] = logit(persistence);
    point[i++] = logit(share);
    if (centred) {
      point[i] = mean(returns);
    }
    return point;
  }

  private static double logit(double part) {
    return Math.log(part / (1 - part));
  }

  private static double part(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** Mean, omega, alpha and beta of the scaled returns. */
  private double[] process(double[] point) {
    double persistence = part(point[0]);
    double share = part(point[1]);
    double mean = centred ? point[2] : 0;
    double level = targeted ? spread(returns, mean) : Math.exp(point[point.length - 1]);
    return new double[] {
      mean, level * (1 - persistence), persistence * share, persistence * (1 - share)
    };
  }

  private double minusLikelihood(double[] point) {
    progress.done(Math.min(0.99, evaluations++ / 8_000.0));
    double likelihood = likelihood(process(point));
    return Double.isFinite(likelihood) ? -likelihood : Double.MAX_VALUE;
  }

  /** Of the scaled returns. */
  private double likelihood(double[] p) {
    double before = spread(returns, p[0]);
    return Garch.logLikelihood(returns, p[0], p[1], p[2], p[3], p[1] + (p[2] + p[3]) * before);
  }

  /** The logarithm of the likelihood of the returns as they were given. */
  double logLikelihood(double[] process) {
    return likelihood(scaled(process)) - returns.length * Math.log(scale);
  }

  private double[] scaled(double[] process) {
    return new double[] {process[0] / scale, process[1] / (scale * scale), process[2], process[3]};
  }

  /**
   * The standard errors of mean, omega, alpha and beta by the curvature of the likelihood; NaN
   * where it does not curve down, as at the edge of what is allowed, and of a mean that is not
   * estimated.
   */
  double[] standardErrors(double[] process) {
    double[] errors = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    double[] units = {scale, scale * scale, 1, 1};
    int first = centred ? 0 : 1;
    inverseCurvature(scaled(process))
        .ifPresent(
            inverse -> {
              for (int i = first; i < 4; i++) {
                errors[i] = units[i] * Math.sqrt(inverse.doubleValue(i - first, i - first));
              }
            });
    return errors;
  }

  /** Of minus the likelihood; empty where that does not curve up. */
  private Optional<MatrixStore<Double>> inverseCurvature(double[] at) {
    int first = centred ? 0 : 1;
    int n = 4 - first;
    R064Store curvature = R064Store.FACTORY.make(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double second = -second(at, i + first, j + first);
        curvature.set(i, j, second);
        curvature.set(j, i, second);
      }
    }
    Cholesky<Double> decomposed = Cholesky.R064.make(curvature);
    return decomposed.decompose(curvature) && decomposed.isSolvable()
        ? Optional.of(decomposed.getInverse())
        : Optional.empty();
  }

  private double second(double[] at, int i, int j) {
    double hi = step(at, i);
    double hj = step(at, j);
    return (moved(at, i, hi, j, hj)
            - moved(at, i, hi, j, -hj)
            - moved(at, i, -hi, j, hj)
            + moved(at, i, -hi, j, -hj))
        / (4 * hi * hj);
  }

  private double moved(double[] at, int i, double hi, int j, double hj) {
    double[] there = at.clone();
    there[i] += hi;
    there[j] += hj;
    return likelihood(there);
  }
}
