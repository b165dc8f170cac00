package io.ratel.quant.numeric;

import java.util.function.DoubleUnaryOperator;

/** Where functions of one number are zero. Safe for any thread. */
public final class Roots {
  private static final int MOST_STEPS = 200;

  private Roots() {}

  /**
   * A. S. Householder's step of the third order (The Numerical Treatment of a Single Nonlinear
   * Equation, 1970), whose error falls with the fourth power.
   *
   * @param newton −f/f′, what Newton's step would be
   * @param second f″/f′
   * @param third f‴/f′
   */
  public static double householder(double newton, double second, double third) {
    return newton * (1 + 0.5 * second * newton) / (1 + newton * (second + third * newton / 6));
  }

  /**
   * The root between two ends by R. P. Brent's method (Algorithms for Minimization without
   * Derivatives, 1973, ch. 4): never worse than bisection.
   *
   * @param tolerance how near the root must be; 0 is as near as numbers go
   * @return NaN when the function has the same sign at both ends
   */
  public static double brent(DoubleUnaryOperator f, double left, double right, double tolerance) {
    double a = left;
    double b = right;
    double fa = f.applyAsDouble(a);
    double fb = f.applyAsDouble(b);
    if (fa == 0) {
      return a;
    }
    if (fb == 0) {
      return b;
    }
    if (!(fa * Math.signum(fb) < 0)) {
      return Double.NaN;
    }
    double c = a;
    double fc = fa;
    double step = b - a;
    double before = step;
    for (int i = 0; i < MOST_STEPS; i++) {
      if (Math.abs(fc) < Math.abs(fb)) {
        a = b;
        b = c;
        c = a;
        fa = fb;
        fb = fc;
        fc = fa;
      }
      double near = 2 * Math.ulp(b) + 0.5 * tolerance;
      double half = 0.5 * (c - b);
      if (Math.abs(half) <= near || fb == 0) {
        return b;
      }
      double guess = interpolated(a, b, c, fa, fb, fc);
      boolean trusted =
          Math.abs(before) >= near
              && Math.abs(fa) > Math.abs(fb)
              && Math.abs(guess) < Math.abs(0.5 * before)
              && guess / half > 0
              && guess / half < 1.5 - Math.abs(near / (2 * half));
      before = trusted ? step : half;
      step = trusted ? guess : half;
      a = b;
      fa = fb;
      b += Math.abs(step) > near ? step : Math.copySign(near, half);
      fb = f.applyAsDouble(b);
      if (fb * Math.signum(fc) > 0) {
        c = a;
        fc = fa;
        step = b - a;
        before = step;
      }
    }
    return b;
  }

  /** The step from b to the zero of the inverse parabola, or of the secant through two points. */
  private static double interpolated(
      double a, double b, double c, double fa, double fb, double fc) {
    double s = fb / fa;
    if (a == c) {
      return (c - b) * s / (1 - s);
    }
    double q = fa / fc;
    double r = fb / fc;
    double above = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
    return -above / ((q - 1) * (r - 1) * (s - 1));
  }
}
