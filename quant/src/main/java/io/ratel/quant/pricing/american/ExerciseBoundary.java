package io.ratel.quant.pricing.american;

import io.ratel.quant.numeric.AndersonMixing;
import io.ratel.quant.numeric.GaussLegendre;
import io.ratel.quant.numeric.Normal;

/**
 * The price at and below which an American put is exercised, by the time that is left: L. Andersen,
 * M. Lake and D. Offengenden, High-performance American option pricing, Journal of Computational
 * Finance 20 (2016), 39–87. The squared logarithm of the boundary is a Chebyshev polynomial in the
 * square root of the time; its values at the nodes solve the paper's fixed-point equation B, by
 * Newton's steps at each node ("Jacobi–Newton"), mixed over the passes after Anderson. Times under
 * an integral are τ·cos²θ and τ·sin²θ, which leaves nothing singular at either end.
 *
 * <p>Not safe for several threads.
 */
final class ExerciseBoundary {
  private static final int MOST_PASSES = 100;

  /** Relative. */
  private static final double RESTED = 1e-9;

  /** How many of the last passes are mixed into the next. */
  private static final int MIXED = 8;

  private final double strike;
  private final double yield;
  private final double rate;
  private final double volatility;
  private final double years;

  /** Just before expiry. */
  private final double last;

  private final double[] nodes;
  private final double[] boundary;
  private final double[] coefficients;
  private final double[] sine;
  private final double[] cosine;
  private final double[] weight;
  private final double[][] cosines;
  private boolean settled;

  /**
   * Finds it.
   *
   * @param yield of the asset
   * @param rate above 0
   * @param order of the polynomial
   * @param points of the quadrature
   */
  ExerciseBoundary(
      double strike,
      double yield,
      double rate,
      double years,
      double volatility,
      int order,
      int points) {
    this.strike = strike;
    this.yield = yield;
    this.rate = rate;
    this.volatility = volatility;
    this.years = years;
    last = yield > rate ? strike * rate / yield : strike;
    nodes = new double[order + 1];
    boundary = new double[order + 1];
    coefficients = new double[order + 1];
    cosines = new double[order + 1][order + 1];
    for (int i = 0; i <= order; i++) {
      double x = 0.5 * (1 - Math.cos(Math.PI * i / order));
      nodes[i] = years * x * x;
      boundary[i] = i == 0 ? last : guess(nodes[i]);
      for (int k = 0; k <= order; k++) {
        cosines[k][i] = Math.cos(Math.PI * k * (order - i) / order);
      }
    }
    GaussLegendre rule = GaussLegendre.of(points);
    sine = new double[points];
    cosine = new double[points];
    weight = new double[points];
    for (int i = 0; i < points; i++) {
      double angle = 0.25 * Math.PI * (1 + rule.point(i));
      sine[i] = Math.sin(angle);
      cosine[i] = Math.cos(angle);
      weight[i] = 0.25 * Math.PI * rule.weight(i);
    }
    solve();
  }

  private double guess(double time) {
    double critical = BaroneAdesiWhaley.critical(-1, strike, yield, rate, time, volatility);
    return critical > 0 ? Math.min(critical, last) : 0.9 * last;
  }

  private void solve() {
    int order = nodes.length - 1;
    double[] x = new double[order];
    double[] g = new double[order];
    AndersonMixing mixing = new AndersonMixing(order, MIXED);
    double most = Double.POSITIVE_INFINITY;
    for (int pass = 0; pass < MOST_PASSES && most > RESTED; pass++) {
      interpolate();
      most = 0;
      for (int i = 1; i <= order; i++) {
        double next = improved(nodes[i], boundary[i]);
        most = Math.max(most, Math.abs(next / boundary[i] - 1));
        x[i - 1] = Math.log(boundary[i]);
        g[i - 1] = Math.log(next);
      }
      mixing.next(x, g);
      for (int i = 1; i <= order; i++) {
        boundary[i] = Math.min(last, Math.exp(x[i - 1]));
      }
    }
    settled = most < 1000 * RESTED;
    interpolate();
  }

  private double height(int i) {
    double log = Math.log(boundary[i] / last);
    return log * log;
  }

  /** The ends count half. */
  private double share(int i) {
    return i == 0 || i == nodes.length - 1 ? 0.5 : 1;
  }

  /** Whether the steps came to rest. */
  boolean settled() {
    return settled;
  }

  private void interpolate() {
    int order = nodes.length - 1;
    for (int k = 0; k <= order; k++) {
      double sum = 0;
      for (int i = 0; i <= order; i++) {
        sum += share(i) * height(i) * cosines[k][i];
      }
      coefficients[k] = share(k) * 2 / order * sum;
    }
  }

  /** The boundary when so much time is left. */
  double at(double time) {
    return atRoot(Math.sqrt(time / years));
  }

  /** By C. W. Clenshaw's recurrence. */
  private double atRoot(double root) {
    double x = 2 * root - 1;
    double one = 0;
    double two = 0;
    for (int k = coefficients.length - 1; k > 0; k--) {
      double next = coefficients[k] + 2 * x * one - two;
      two = one;
      one = next;
    }
    return last * Math.exp(-Math.sqrt(Math.max(0, coefficients[0] + x * one - two)));
  }

  /** One Newton's step of b = strike·e^(−(rate − yield)·time)·N(b)/D(b), the others held. */
  private double improved(double time, double b) {
    double root = Math.sqrt(time / years);
    double total = volatility * Math.sqrt(time);
    double n = 0;
    double d = 0;
    double slopeN = 0;
    double slopeD = 0;
    for (int i = 0; i < sine.length; i++) {
      double left = time * cosine[i] * cosine[i];
      double deviation = total * sine[i];
      double plus =
          (Math.log(b / atRoot(root * cosine[i])) + (rate - yield) * (time - left)) / deviation
              + 0.5 * deviation;
      double minus = plus - deviation;
      double grownCash = rate * Math.exp(rate * left);
      double grownAsset = yield * Math.exp(yield * left);
      double w = 2 * time * sine[i] * cosine[i] * weight[i];
      n += w * grownCash * Normal.cumulative(minus);
      d += w * grownAsset * Normal.cumulative(plus);
      slopeN += w * grownCash * Normal.density(minus) / deviation;
      slopeD += w * grownAsset * Normal.density(plus) / deviation;
    }
    double plus = (Math.log(b / strike) + (rate - yield) * time) / total + 0.5 * total;
    double minus = plus - total;
    n += Normal.cumulative(minus);
    d += Normal.cumulative(plus);
    slopeN += Normal.density(minus) / total;
    slopeD += Normal.density(plus) / total;
    double f = strike * Math.exp(-(rate - yield) * time) * n / d;
    double slope = f * (slopeN / n - slopeD / d) / b;
    double step = slope < 0.9 ? (f - b) / (1 - slope) : f - b;
    double moved = b + step;
    if (!(moved > 0.2 * b)) {
      moved = moved <= 0.2 * b ? 0.2 * b : b;
    }
    return Math.min(moved, last);
  }
}
