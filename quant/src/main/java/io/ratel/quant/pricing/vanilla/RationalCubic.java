package io.ratel.quant.pricing.vanilla;

/**
 * The rational cubic between two points with given slopes: R. Delbourgo and J. A. Gregory, Shape
 * preserving piecewise rational interpolation, SIAM J. Sci. Stat. Comput. 6 (1985), 967–976. It
 * keeps a monotone and convex function so.
 */
final class RationalCubic {
  private RationalCubic() {}

  /**
   * The interpolated value.
   *
   * @param tension the parameter r, above −1; 3 is the plain cubic, infinite a straight line
   */
  static double at(
      double x,
      double left,
      double right,
      double yLeft,
      double yRight,
      double slopeLeft,
      double slopeRight,
      double tension) {
    double h = right - left;
    double t = (x - left) / h;
    double u = 1 - t;
    if (!(tension < 1e15)) {
      return yRight * t + yLeft * u;
    }
    double above =
        yRight * t * t * t
            + (tension * yRight - h * slopeRight) * t * t * u
            + (tension * yLeft + h * slopeLeft) * t * u * u
            + yLeft * u * u * u;
    return above / (1 + (tension - 3) * t * u);
  }

  /** The tension that gives a curvature at the left end, within what keeps the shape. */
  static double fitLeft(
      double h,
      double rise,
      double slopeLeft,
      double slopeRight,
      double curvature,
      boolean preserve) {
    double fitted = (0.5 * h * curvature + (slopeRight - slopeLeft)) / (rise / h - slopeLeft);
    return atLeast(fitted, lowest(rise / h, slopeLeft, slopeRight, preserve));
  }

  /** The tension that gives a curvature at the right end, within what keeps the shape. */
  static double fitRight(
      double h,
      double rise,
      double slopeLeft,
      double slopeRight,
      double curvature,
      boolean preserve) {
    double fitted = (0.5 * h * curvature + (slopeRight - slopeLeft)) / (slopeRight - rise / h);
    return atLeast(fitted, lowest(rise / h, slopeLeft, slopeRight, preserve));
  }

  private static double atLeast(double fitted, double lowest) {
    return Double.isNaN(fitted) ? Double.POSITIVE_INFINITY : Math.max(fitted, lowest);
  }

  /**
   * What keeps it monotone and convex or concave, if its ends are; Delbourgo and Gregory, (3.8).
   */
  private static double lowest(double mean, double slopeLeft, double slopeRight, boolean preserve) {
    boolean monotone = slopeLeft * mean >= 0 && slopeRight * mean >= 0;
    boolean bent =
        (slopeLeft <= mean && mean <= slopeRight) || (slopeLeft >= mean && mean >= slopeRight);
    double lowest = -1 + 1.5e-8;
    if (monotone && mean != 0) {
      lowest = Math.max(lowest, (slopeLeft + slopeRight) / mean);
    } else if (monotone && preserve) {
      return Double.POSITIVE_INFINITY;
    }
    if (bent && slopeRight != mean && slopeLeft != mean) {
      double turn = slopeRight - slopeLeft;
      lowest =
          Math.max(
              lowest,
              Math.max(Math.abs(turn / (slopeRight - mean)), Math.abs(turn / (mean - slopeLeft))));
    } else if (bent && preserve) {
      return Double.POSITIVE_INFINITY;
    }
    return lowest;
  }
}
