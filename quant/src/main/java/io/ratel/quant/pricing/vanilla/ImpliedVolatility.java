package io.ratel.quant.pricing.vanilla;

import io.ratel.quant.numeric.Normal;
import io.ratel.quant.numeric.Roots;

/**
 * The volatility that a price implies, to the last digits that the price determines, after the
 * ideas of P. Jäckel, Let's be rational, Wilmott (January 2015), 40–53: a first guess from maps
 * that are right at both ends, and third-order Householder steps on an objective that is nearly
 * straight. Allocates nothing; safe for any thread.
 */
public final class ImpliedVolatility {
  private static final double SQRT_3 = 1.7320508075688772935;
  private static final double SQRT_HALF_PI = 1.2533141373155002512;

  private ImpliedVolatility() {}

  /**
   * The volatility of {@link BlackScholes#price}.
   *
   * @param sign 1 of a call, −1 of a put
   * @return 0 for a price that is intrinsic within rounding, negative infinity for one below it,
   *     infinity for one that no volatility reaches
   */
  public static double of(
      int sign,
      double strike,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double price) {
    double asset = spot * Math.exp(-dividendYield * years);
    double cash = strike * Math.exp(-rate * years);
    double timeValue = price - Math.max(0, sign * (asset - cash));
    boolean inTheMoney = sign * (asset - cash) > 0;
    double rounding = inTheMoney ? 4 * Math.ulp(Math.max(asset, cash)) : 0;
    if (Math.abs(timeValue) <= rounding) {
      return 0;
    }
    if (timeValue < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (!(price < (sign > 0 ? asset : cash))) {
      return Double.POSITIVE_INFINITY;
    }
    double x = -Math.abs(Math.log(asset / cash));
    double deviation = deviation(x, timeValue / (Math.sqrt(asset) * Math.sqrt(cash)));
    return deviation / Math.sqrt(years);
  }

  /**
   * The standard deviation of a normalised price, the inverse of {@link NormalisedBlack#price}.
   *
   * @param x minus the distance of the logarithms of forward and strike
   * @param beta above 0
   * @return infinity when it is not below e^(x/2)
   */
  static double deviation(double x, double beta) {
    double most = Math.exp(0.5 * x);
    if (!(beta < most)) {
      return Double.POSITIVE_INFINITY;
    }
    // b turns from convex to concave at s = √(−2x); the tangent there meets 0 and the most.
    double centre = Math.sqrt(-2 * x);
    double atCentre = 0;
    double slope = Normal.PEAK * most;
    if (centre > 0) {
      slope = NormalisedBlack.slope(x, centre);
      atCentre = slope * NormalisedBlack.below(x, centre);
    }
    if (beta < atCentre) {
      double left = centre - atCentre / slope;
      double slopeLeft = NormalisedBlack.slope(x, left);
      double bLeft = NormalisedBlack.price(x, left, slopeLeft);
      if (beta < bLeft) {
        return lower(x, beta, lowestGuess(x, beta, left, bLeft));
      }
      double steep = 1 / slopeLeft;
      double h = atCentre - bLeft;
      double tension = RationalCubic.fitRight(h, centre - left, steep, 1 / slope, 0, false);
      return middle(
          x,
          beta,
          RationalCubic.at(beta, bLeft, atCentre, left, centre, steep, 1 / slope, tension));
    }
    double right = centre + (most - atCentre) / slope;
    double slopeRight = NormalisedBlack.slope(x, right);
    double bRight = NormalisedBlack.price(x, right, slopeRight);
    if (beta > bRight) {
      return upper(x, beta, most, highestGuess(x, beta, most, right, bRight));
    }
    double steep = 1 / slopeRight;
    double h = bRight - atCentre;
    double tension = RationalCubic.fitLeft(h, right - centre, 1 / slope, steep, 0, false);
    return middle(
        x,
        beta,
        RationalCubic.at(beta, atCentre, bRight, centre, right, 1 / slope, steep, tension));
  }

  /**
   * Below the tangent's foot: interpolates f(b) = 2π|x|/(3√3)·Φ(−|x|/(√3·s))³, which leaves 0 with
   * the slope 1.
   */
  private static double lowestGuess(double x, double beta, double left, double bLeft) {
    double scale = 2 * Math.PI * -x / (3 * SQRT_3);
    double z = -x / (SQRT_3 * left);
    double y = z * z;
    double phi = Normal.cumulative(-z);
    double square = left * left;
    double f = scale * phi * phi * phi;
    double slope = 2 * Math.PI * y * phi * phi * Math.exp(y + square / 8);
    double curvature =
        Math.PI
            / 6
            * y
            / (square * left)
            * phi
            * (8 * SQRT_3 * left * -x
                + (3 * square * (square - 8) - 8 * x * x) * phi / Normal.density(z))
            * Math.exp(2 * y + square / 4);
    double tension = RationalCubic.fitRight(bLeft, f, 1, slope, curvature, true);
    double mapped = RationalCubic.at(beta, 0, bLeft, 0, f, 1, slope, tension);
    if (!(mapped > 0)) {
      double t = beta / bLeft;
      mapped = (f * t + bLeft * (1 - t)) * t;
    }
    return Math.abs(x / (SQRT_3 * Normal.quantile(Math.cbrt(mapped / scale))));
  }

  /** Above the tangent's top: interpolates f(b) = Φ(−s/2), which arrives at 0 with the slope −½. */
  private static double highestGuess(
      double x, double beta, double most, double right, double bRight) {
    double f = Normal.cumulative(-0.5 * right);
    double ratio = x / right * (x / right);
    double h = most - bRight;
    double mapped = -1;
    double slope = -0.5 * Math.exp(0.5 * ratio);
    double curvature = SQRT_HALF_PI * Math.exp(ratio + right * right / 8) * ratio / right;
    if (slope > -1e150 && curvature < 1e150) {
      double tension = RationalCubic.fitLeft(h, -f, slope, -0.5, curvature, true);
      mapped = RationalCubic.at(beta, bRight, most, f, 0, slope, -0.5, tension);
    }
    if (!(mapped > 0)) {
      double t = (beta - bRight) / h;
      mapped = (f * (1 - t) + 0.5 * h * t) * (1 - t);
    }
    return -2 * Normal.quantile(mapped);
  }

  /** Solves 1/ln b(s) = 1/ln beta. */
  private static double lower(double x, double beta, double guess) {
    double logBeta = Math.log(beta);
    double s = guess;
    for (int i = 0; i < 12; i++) {
      double overSlope = NormalisedBlack.below(x, s);
      double logB = NormalisedBlack.logSlope(x, s) + Math.log(overSlope);
      double steep = 1 / overSlope;
      double h = x / s;
      double second = h * h / s - 0.25 * s;
      double third = second * second - 3 * (h / s) * (h / s) - 0.25;
      double newton = (logBeta - logB) * logB / logBeta * overSlope;
      double halley = second - steep * (1 + 2 / logB);
      double last =
          third
              + 2 * steep * steep * (1 + 3 / logB * (1 + 1 / logB))
              - 3 * second * steep * (1 + 2 / logB);
      double step = Roots.householder(newton, halley, last);
      s = stepped(s, step);
      if (Math.abs(step) <= 1e-4 * s) {
        break;
      }
    }
    return s;
  }

  /** Solves b(s) = beta. */
  private static double middle(double x, double beta, double guess) {
    double s = guess;
    for (int i = 0; i < 12; i++) {
      double slope = NormalisedBlack.slope(x, s);
      double newton = (beta - NormalisedBlack.price(x, s, slope)) / slope;
      double h = x / s;
      double second = h * h / s - 0.25 * s;
      double third = second * second - 3 * (h / s) * (h / s) - 0.25;
      double step = Roots.householder(newton, second, third);
      s = stepped(s, step);
      if (Math.abs(step) <= 1e-4 * s) {
        break;
      }
    }
    return s;
  }

  /** Solves ln(most − b(s)) = ln(most − beta). */
  private static double upper(double x, double beta, double most, double guess) {
    double logMissing = Math.log(most - beta);
    double s = guess;
    for (int i = 0; i < 12; i++) {
      double overSlope = NormalisedBlack.above(x, s);
      double steep = 1 / overSlope;
      double h = x / s;
      double second = h * h / s - 0.25 * s;
      double third = second * second - 3 * (h / s) * (h / s) - 0.25;
      double newton =
          (NormalisedBlack.logSlope(x, s) + Math.log(overSlope) - logMissing) * overSlope;
      double step =
          Roots.householder(newton, second + steep, third + 3 * second * steep + 2 * steep * steep);
      s = stepped(s, step);
      if (Math.abs(step) <= 1e-4 * s) {
        break;
      }
    }
    return s;
  }

  private static double stepped(double s, double step) {
    return step > -0.5 * s && step < s ? s + step : step > 0 ? 2 * s : 0.5 * s;
  }
}
