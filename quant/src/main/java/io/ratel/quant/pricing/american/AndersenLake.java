package io.ratel.quant.pricing.american;

import io.ratel.quant.numeric.GaussLegendre;
import io.ratel.quant.numeric.Normal;
import io.ratel.quant.pricing.vanilla.BlackScholes;

/**
 * American options by I. J. Kim's integral of what early exercise earns (The analytic valuation of
 * American options, Review of Financial Studies 3 (1990)) along the {@link ExerciseBoundary}. A
 * call is the put with spot and strike, and rate and yield, exchanged.
 */
final class AndersenLake {
  private static final GaussLegendre RULE = GaussLegendre.of(96);
  private static final int ORDER = 32;
  private static final int POINTS = 40;

  /** Price, delta and gamma of the option, and the price of exercise. */
  record Valued(double price, double delta, double gamma, double boundary) {}

  private AndersenLake() {}

  /** Without a figure where the boundary is not found: NaN. */
  static Valued value(
      int sign,
      double strike,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility) {
    return value(sign, strike, spot, dividendYield, rate, years, volatility, ORDER, POINTS);
  }

  static Valued value(
      int sign,
      double strike,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility,
      int order,
      int points) {
    if (sign < 0) {
      return put(
          strike,
          spot,
          new ExerciseBoundary(strike, dividendYield, rate, years, volatility, order, points),
          dividendYield,
          rate,
          years,
          volatility);
    }
    Valued mirrored =
        put(
            spot,
            strike,
            new ExerciseBoundary(spot, rate, dividendYield, years, volatility, order, points),
            rate,
            dividendYield,
            years,
            volatility);
    double ratio = strike / spot;
    return new Valued(
        mirrored.price,
        (mirrored.price - strike * mirrored.delta) / spot,
        ratio * ratio * mirrored.gamma,
        spot * strike / mirrored.boundary);
  }

  private static Valued put(
      double strike,
      double spot,
      ExerciseBoundary boundary,
      double yield,
      double rate,
      double years,
      double volatility) {
    double now = boundary.at(years);
    if (!boundary.settled()) {
      return new Valued(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    if (spot <= now) {
      return new Valued(strike - spot, -1, 0, now);
    }
    double price = 0;
    double delta = 0;
    double gamma = 0;
    for (int i = 0; i < RULE.size(); i++) {
      double angle = 0.25 * Math.PI * (1 + RULE.point(i));
      double sine = Math.sin(angle);
      double cosine = Math.cos(angle);
      double passed = years * sine * sine;
      double deviation = volatility * Math.sqrt(years) * sine;
      double w = 0.5 * Math.PI * years * sine * cosine * RULE.weight(i);
      double d =
          (Math.log(spot / boundary.at(years * cosine * cosine)) + (rate - yield) * passed)
                  / deviation
              + 0.5 * deviation;
      double cash = w * rate * strike * Math.exp(-rate * passed);
      double asset = w * yield * Math.exp(-yield * passed);
      double slopeCash = Normal.density(d - deviation) / (spot * deviation);
      double slopeAsset = Normal.density(d) / deviation;
      double out = Normal.cumulative(-d);
      price += cash * Normal.cumulative(deviation - d) - asset * spot * out;
      delta += asset * (slopeAsset - out) - cash * slopeCash;
      gamma +=
          cash * slopeCash / spot * d / deviation
              - asset * slopeAsset / spot * (d - deviation) / deviation;
    }
    var european = BlackScholes.greeks(-1, strike, spot, yield, rate, years, volatility);
    return new Valued(
        Math.max(strike - spot, european.price() + price),
        european.delta() + delta,
        european.gamma() + gamma,
        now);
  }
}
