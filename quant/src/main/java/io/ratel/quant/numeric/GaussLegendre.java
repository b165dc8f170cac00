package io.ratel.quant.numeric;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;

/**
 * Gauss's quadrature of n points on [−1, 1], exact for polynomials of degree 2n − 1. The points are
 * the zeros of Legendre's polynomials, found by Newton's method from Francesco Tricomi's estimate.
 * Immutable; safe for any thread.
 */
public final class GaussLegendre {
  private static final int MOST_POINTS = 4096;
  private static final ConcurrentHashMap<Integer, GaussLegendre> KNOWN = new ConcurrentHashMap<>();

  private final double[] points;
  private final double[] weights;

  private GaussLegendre(int size) {
    points = new double[size];
    weights = new double[size];
    for (int i = 0; i < (size + 1) / 2; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (size + 0.5));
      double slope = 1;
      for (int pass = 0; pass < 100; pass++) {
        double before = 1;
        double value = x;
        for (int k = 2; k <= size; k++) {
          double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
          before = value;
          value = next;
        }
        slope = size * (before - x * value) / (1 - x * x);
        double step = value / slope;
        x -= step;
        if (Math.abs(step) < 1e-15) {
          break;
        }
      }
      points[i] = -x;
      points[size - 1 - i] = x;
      weights[i] = 2 / ((1 - x * x) * slope * slope);
      weights[size - 1 - i] = weights[i];
    }
    if (size % 2 == 1) {
      points[size / 2] = 0;
    }
  }

  /**
   * The rule of so many points.
   *
   * @throws IllegalArgumentException when size is not from 1 to 4096
   */
  public static GaussLegendre of(int size) {
    if (size < 1 || size > MOST_POINTS) {
      throw new IllegalArgumentException("points are 1 to " + MOST_POINTS + ", not " + size);
    }
    return KNOWN.computeIfAbsent(size, GaussLegendre::new);
  }

  public int size() {
    return points.length;
  }

  /** From −1 to 1, rising. */
  public double point(int i) {
    return points[i];
  }

  public double weight(int i) {
    return weights[i];
  }

  /** The integral of a function from one number to another. */
  public double integrate(DoubleUnaryOperator f, double from, double to) {
    double half = 0.5 * (to - from);
    double middle = 0.5 * (to + from);
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      sum += weights[i] * f.applyAsDouble(middle + half * points[i]);
    }
    return half * sum;
  }
}
